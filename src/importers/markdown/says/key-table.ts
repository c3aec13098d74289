/**
 * What the keys of Jekyll, Hugo, Astro, Eleventy and their themes mean for a release. Data: a key is looked up in small letters, without
 * hyphens, underscores and blanks.
 */

export type KeyMeaning =
  | 'title'
  | 'date'
  | 'made'
  | 'updated'
  | 'lang'
  | 'type'
  | 'summary'
  | 'status'
  | 'draft'
  | 'published'
  | 'hidden'
  | 'expiry'
  | 'address'
  | 'oldAddresses'
  | 'page'
  | 'slug'
  | 'labels'
  | 'author'
  | 'place'
  | 'contact'
  | 'attachment'
  | 'links'
  | 'sourceId'
  | 'group'
  | 'technical';

const words: Readonly<Record<KeyMeaning, string>> = {
  title: 'title headline',
  // In the order in which they count: the first that is there is the date.
  date: 'date pubdate publishdate publisheddate publishedat datepublished publishedon dateofissue releasedate publicationdate posted postedon postdate',
  made: 'created createdat datecreated creationdate createdon',
  updated:
    'updated lastmod lastmodified lastmodifiedat lastmodifieddate modified modifiedat modifieddate datemodified updateddate updatedat lastupdated dateupdated',
  lang: 'lang language locale',
  type: 'type contenttype kind',
  summary: 'summary description excerpt abstract teaser',
  status: 'status',
  draft: 'draft isdraft',
  published: 'published public ispublished',
  hidden: 'hidden private unlisted',
  expiry: 'expirydate expirationdate expires expiresat expiry unpublishdate unpublishat',
  address: 'permalink url path',
  oldAddresses: 'aliases alias redirectfrom oldurl oldurls redirects',
  page: 'canonical canonicalurl originalurl sourceurl link externalurl',
  slug: 'slug',
  labels: 'categories category tags tag keywords keyword topics topic subjects subject',
  author: 'author authors byline creator',
  place: 'place places location city',
  contact: 'contact contacts presscontact presscontacts mediacontact mediacontacts',
  attachment:
    'attachments attachment files file pdf pdfs pdfurl pdffile document documents download downloads resources image images cover coverimage thumbnail ' +
    'featuredimage featureimage heroimage banner ogimage teaserimage photo photos gallery img',
  links: 'links',
  sourceId: 'guid uuid',
  group: 'params extra taxonomies',
  technical:
    'layout template templateengineoverride sitemap weight order menu menus nav navorder navtitle comments commentsid disqus toc tocsticky excerptseparator ' +
    'mathjax math katex mermaid share sharing social search robots noindex collection ext eleventynavigation eleventycomputed ' +
    'eleventyexcludefromcollections cascade outputs markup iscjklanguage linktitle sidebar classes css js theme bodyclass ' +
    'pageclass featured pinned sticky ads analytics pagination paginate showtoc showtitle hidetitle hidemeta showdate showreadingtime ' +
    'readtime readingtime usepagebundle usecdn imagealign breadcrumbs prev next parent haschildren grandparent setup ' +
    'scope partial redirectto syntaxhighlight highlight codefold widgets likes views feed excludefromfeed',
};

const meanings: ReadonlyMap<string, KeyMeaning> = new Map(
  Object.entries(words).flatMap(([meaning, list]) =>
    list.split(' ').map((word) => [word, meaning as KeyMeaning] as const),
  ),
);

/** What a key means; undefined for one that is the vocabulary's, the schema's, or nobody's. */
export function meaningOfKey(key: string): KeyMeaning | undefined {
  return meanings.get(plainKey(key));
}

/** A key in the form of the table. */
export function plainKey(key: string): string {
  return key.toLowerCase().replace(/[-_ .]/g, '');
}

/** The date keys in their order of precedence. */
export const datePrecedence: readonly string[] = words.date.split(' ');

/** Words of `type` that name a page's template and no kind of release. */
export const templateTypes: ReadonlySet<string> = new Set(
  'post posts page pages blog article articles news entry default single section'.split(' '),
);
