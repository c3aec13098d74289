/**
 * The words by which a dateline is told from a sentence that begins like one. All in lower case.
 */

/** Words in small letters that may stand inside a place's name: Port of Spain, Rio de Janeiro, Ростов на Дону. */
export const NAME_PARTICLES: ReadonlySet<string> = new Set(
  (
    'of the and upon on in de del della di da do dos das du des la las le les los el al es en y e i a sur sous lez aux ' +
    'der den dem am an auf im und van von het ten na nad pod u и на над под'
  ).split(' '),
);

/** Particles that join two places rather than two halves of a name, when the names around them are in capitals. */
export const JOINING_WORDS: ReadonlySet<string> = new Set('and und et y e и та і'.split(' '));

/** Words that begin a sentence, so that «On 24 May» or «Today, 16 November» is no place with a date. */
export const SENTENCE_OPENERS: ReadonlySet<string> = new Set(
  (
    'on in at by from since for during after before as with without when while until till this that these those a an it he ' +
    'she we they i you there here following last next late early between but and or both all today yesterday tomorrow if ' +
    'dear no not our your his her their its how what who why where which under over about to of also ' +
    "le ce cette hier aujourd'hui aujourd’hui en dans depuis am im seit heute gestern ab bis " +
    'в во с со на по от до сегодня вчера завтра это эта этот после перед как мы он она они'
  ).split(' '),
);

/** Words of headings, notices and labels; a text in capitals that holds one is no place. */
export const HEADING_WORDS: ReadonlySet<string> = new Set(
  (
    'press release releases advisory alert statement communique communiqué correction corrected update updated embargo ' +
    'embargoed immediate notice note version attention editors speech remarks background factsheet ' +
    'mr mrs ms dr пресс-релиз заявление сообщение исправление'
  ).split(' '),
);

/** Cities that stand without a country, and so may make a dateline without a date when they are written in capitals. */
export const STANDALONE_CITIES: ReadonlySet<string> = new Set(
  (
    'almaty, amsterdam, ankara, antalya, ashgabat, astana, athens, atlanta, baku, beijing, beirut, belgrade, berlin, bern, ' +
    'bishkek, boston, bratislava, brussels, bucharest, budapest, cairo, chicago, chisinau, copenhagen, dallas, denver, ' +
    'dubai, dublin, dushanbe, geneva, hague, helsinki, hong kong, houston, istanbul, jerusalem, johannesburg, kabul, kiev, ' +
    'kyiv, lisbon, ljubljana, london, los angeles, luxembourg, madrid, mexico city, miami, milan, minsk, monaco, montreal, ' +
    'moscow, nairobi, new delhi, new york, new york city, nicosia, oslo, ottawa, paris, philadelphia, podgorica, prague, ' +
    'pristina, reykjavik, riga, rome, san francisco, sarajevo, seattle, seoul, singapore, skopje, sofia, stockholm, ' +
    'strasbourg, sydney, tallinn, tashkent, tbilisi, tirana, tokyo, toronto, united nations, vaduz, valletta, vienna, ' +
    'vilnius, warsaw, washington, yerevan, zagreb, zurich, ' +
    'астана, баку, бишкек, варшава, вена, душанбе, женева, киев, минск, москва'
  ).split(', '),
);

/** States and provinces as news agencies and post offices abbreviate them, without their dots. */
export const REGIONS: ReadonlySet<string> = new Set(
  (
    'ala alaska ariz ark calif colo conn del fla ga hawaii idaho ill ind iowa kan ky la maine md mass mich minn miss mo mont ' +
    'neb nev nh nj nm ny nc nd ohio okla ore pa ri sc sd tenn texas tex utah vt va wash wva wis wyo dc pr ' +
    'al ak az ar ca co ct de fl hi id il in ia ks ma me mi mn ms mt ne nv oh ok or tn tx ut wa wv wi wy ' +
    'alta bc man nb nl ns nt nu ont ab mb on pe qc sk yt que sask ontario quebec alberta'
  ).split(' '),
);

/** News agencies and wire services, for a dateline whose only mark is a name in parentheses. */
export const WIRES: ReadonlySet<string> = new Set(
  (
    'accesswire, afp, ansa, ap, apa, armenpress, associated press, azertac, azertag, belta, bta, business wire, ' +
    'canada newswire, cnw, dpa, efe, ein presswire, europa press, ez newswire, globe newswire, globenewswire, interfax, ' +
    'kazinform, kuna, marketwire, marketwired, newsfile, newsfile corp, ots, pr newswire, prnewswire, prweb, reuters, tass, ' +
    'ukrinform, upi, us newswire, wam, xinhua, интерфакс, риа новости, тасс'
  ).split(', '),
);

/** What follows a year: 2016 г., 2009 года, 2009 року. */
export const YEAR_MARKS: ReadonlySet<string> = new Set('г год года году р рік року годината година'.split(' '));

/** What stands before a day's number: Paris, le 12 juillet; Wien, am 16. November; the 16th of November. */
export const WORDS_BEFORE_DAY: ReadonlySet<string> = new Set('the on le am den der el a'.split(' '));

/** What stands between a day's number and its month, and between the month and the year. */
export const WORDS_INSIDE_DATE: ReadonlySet<string> = new Set('of de del di'.split(' '));

/** What is glued to a day's number to make it an ordinal. */
export const ORDINAL_ENDINGS: ReadonlySet<string> = new Set('st nd rd th er e º ª го й'.split(' '));

/** Abbreviated words of place names, which keep their dot: St. Petersburg, Ft. Worth. */
export const ABBREVIATED_NAMES: ReadonlySet<string> = new Set('st ste ft mt pt sv св'.split(' '));
