/** What a language calls the months, January first, and the days of the week, Sunday first: for each its spellings. */
export interface CalendarWords {
  readonly months: readonly (readonly string[])[];
  readonly weekdays: readonly (readonly string[])[];
}

// A month's first spelling is the one that follows a day's number.

const CALENDARS: ReadonlyMap<string, CalendarWords> = new Map([
  [
    'en',
    calendar(
      'January Jan, February Feb, March Mar, April Apr, May, June Jun, July Jul, August Aug, ' +
        'September Sept Sep, October Oct, November Nov, December Dec',
      'Sunday Sun, Monday Mon, Tuesday Tue Tues, Wednesday Wed, Thursday Thu Thur Thurs, Friday Fri, Saturday Sat',
    ),
  ],
  [
    'ru',
    calendar(
      'января январь янв, февраля февраль фев февр, марта март мар, апреля апрель апр, мая май, ' +
        'июня июнь июн, июля июль июл, августа август авг, сентября сентябрь сен сент, октября октябрь окт, ' +
        'ноября ноябрь ноя нояб, декабря декабрь дек',
      'воскресенье, понедельник, вторник, среда среду, четверг, пятница пятницу, суббота субботу',
    ),
  ],
  [
    'uk',
    calendar(
      'січня січень, лютого лютий, березня березень, квітня квітень, травня травень, червня червень, ' +
        'липня липень, серпня серпень, вересня вересень, жовтня жовтень, листопада листопад, грудня грудень',
      "неділя, понеділок, вівторок, середа, четвер, п'ятниця, субота",
    ),
  ],
  [
    'mk',
    calendar(
      'јануари, февруари, март, април, мај, јуни, јули, август, септември, октомври, ноември, декември',
      'недела, понеделник, вторник, среда, четврток, петок, сабота',
    ),
  ],
  [
    'sr',
    calendar(
      'јануар јануара januar januara, фебруар фебруара februar februara, март марта mart marta, ' +
        'април априла april aprila, мај маја maj maja, јун јуна јуни jun juna juni, ' +
        'јул јула јули jul jula juli, август августа avgust avgusta, ' +
        'септембар септембра septembar septembra, октобар октобра oktobar oktobra, ' +
        'новембар новембра novembar novembra, децембар децембра decembar decembra',
      'недеља nedelja nedjelja, понедељак ponedeljak ponedjeljak, уторак utorak, среда sreda srijeda, ' +
        'четвртак četvrtak, петак petak, субота subota',
    ),
  ],
  [
    'bg',
    calendar(
      'януари, февруари, март, април, май, юни, юли, август, септември, октомври, ноември, декември',
      'неделя, понеделник, вторник, сряда, четвъртък, петък, събота',
    ),
  ],
  [
    'fr',
    calendar(
      'janvier janv, février févr, mars, avril avr, mai, juin, juillet juil, août, septembre sept, ' +
        'octobre oct, novembre nov, décembre déc',
      'dimanche, lundi, mardi, mercredi, jeudi, vendredi, samedi',
    ),
  ],
  [
    'de',
    calendar(
      'Januar Jänner, Februar Feber, März, April, Mai, Juni, Juli, August, September, Oktober Okt, ' +
        'November, Dezember Dez',
      'Sonntag, Montag, Dienstag, Mittwoch, Donnerstag, Freitag, Samstag Sonnabend',
    ),
  ],
  [
    'es',
    calendar(
      'enero ene, febrero, marzo, abril abr, mayo, junio, julio, agosto ago, septiembre setiembre, ' +
        'octubre, noviembre, diciembre dic',
      'domingo, lunes, martes, miércoles, jueves, viernes, sábado',
    ),
  ],
  [
    'it',
    calendar(
      'gennaio gen, febbraio, marzo, aprile, maggio mag, giugno giu, luglio lug, agosto, settembre set, ' +
        'ottobre ott, novembre, dicembre',
      'domenica, lunedì, martedì, mercoledì, giovedì, venerdì, sabato',
    ),
  ],
  [
    'pt',
    calendar(
      'janeiro, fevereiro, março, abril, maio, junho, julho, agosto, setembro, outubro, novembro, dezembro',
      'domingo, segunda-feira, terça-feira, quarta-feira, quinta-feira, sexta-feira, sábado',
    ),
  ],
  [
    'ro',
    calendar(
      'ianuarie, februarie, martie, aprilie, mai, iunie, iulie, august, septembrie, octombrie, noiembrie, decembrie',
      'duminică, luni, marți, miercuri, joi, vineri, sâmbătă',
    ),
  ],
  [
    'nl',
    calendar(
      'januari, februari, maart, april, mei, juni, juli, augustus, september, oktober, november, december',
      'zondag, maandag, dinsdag, woensdag, donderdag, vrijdag, zaterdag',
    ),
  ],
  [
    'pl',
    calendar(
      'stycznia styczeń, lutego luty, marca marzec, kwietnia kwiecień, maja maj, czerwca czerwiec, ' +
        'lipca lipiec, sierpnia sierpień, września wrzesień, października październik, listopada listopad, grudnia grudzień',
      'niedziela, poniedziałek, wtorek, środa, czwartek, piątek, sobota',
    ),
  ],
  [
    'cs',
    calendar(
      'ledna leden, února únor, března březen, dubna duben, května květen, června červen, ' +
        'července červenec, srpna srpen, září, října říjen, listopadu, prosince prosinec',
      'neděle, pondělí, úterý, středa, čtvrtek, pátek, sobota',
    ),
  ],
  [
    'tr',
    calendar(
      'Ocak, Şubat, Mart, Nisan, Mayıs, Haziran, Temmuz, Ağustos, Eylül, Ekim, Kasım, Aralık',
      'Pazar, Pazartesi, Salı, Çarşamba, Perşembe, Cuma, Cumartesi',
    ),
  ],
]);

/** November in Polish, October in Croatian: a date with it is left to people. */
const AMBIGUOUS: ReadonlySet<string> = new Set(['listopada', 'listopad']);

// Here the second spelling is the one without a day.
const INFLECTED: ReadonlySet<string> = new Set(['ru', 'uk', 'pl', 'cs']);

const ASCII_LETTERS = /^[A-Za-z]*$/;
const ACCENTS = /[\u0300-\u036F]/g;

const MONTHS_BY_WORD = numbersByWord(({ months }) => months, 1);
const WEEKDAYS_BY_WORD = numbersByWord(({ weekdays }) => weekdays, 0);

/** The month (1 to 12) that a word means in any of the known languages; case, accents and inflection do not count. */
export function monthNumber(word: string): number | undefined {
  return MONTHS_BY_WORD.get(bare(word));
}

/** The day of the week (0 = Sunday to 6 = Saturday) that a word means in any of the known languages. */
export function weekdayNumber(word: string): number | undefined {
  return WEEKDAYS_BY_WORD.get(bare(word));
}

/**
 * What a month (1 to 12) is called after a day's number in a language (two letters), «ноября» for November in Russian.
 *
 * `undefined` when the language is not known here, or there is no such month.
 */
export function monthInDate(month: number, language: string): string | undefined {
  return CALENDARS.get(language)?.months[month - 1]?.[0];
}

/**
 * What a month (1 to 12) is called where no day stands before it, «ноябрь» in Russian.
 *
 * `undefined` when the language is not known here, or there is no such month.
 */
export function monthByItself(month: number, language: string): string | undefined {
  const spellings = CALENDARS.get(language)?.months[month - 1];
  return INFLECTED.has(language) ? (spellings?.[1] ?? spellings?.[0]) : spellings?.[0];
}

/** Every spelling that a language (two letters) has; `undefined` when it is not known here. */
export function calendarWords(language: string): CalendarWords | undefined {
  return CALENDARS.get(language);
}

function calendar(months: string, weekdays: string): CalendarWords {
  return { months: spellings(months), weekdays: spellings(weekdays) };
}

function spellings(list: string): string[][] {
  return list.split(', ').map((words) => words.split(' '));
}

function numbersByWord(
  select: (words: CalendarWords) => CalendarWords['months'],
  first: number,
): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  for (const words of CALENDARS.values()) {
    for (const [at, spelt] of select(words).entries()) {
      for (const spelling of spelt) if (!AMBIGUOUS.has(spelling)) numbers.set(bare(spelling), at + first);
    }
  }
  return numbers;
}

// Less than `fold` does, and so cheap that the tables cost next to nothing when this file is loaded.
function bare(word: string): string {
  if (ASCII_LETTERS.test(word)) return word.toLowerCase();
  return word.toLowerCase().normalize('NFKD').replace(ACCENTS, '').replace('’', "'");
}
