package dev.dragoman.generator.plan.paging;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The names that APIs commonly use for pages, compared without case and punctuation. */
final class PagingNames {
  /** Parameters for the number of a page, the most specific first. */
  static final List<String> PAGE =
      List.of(
          "pagenumber",
          "pageno",
          "pagenum",
          "pagenr",
          "pageindex",
          "currentpage",
          "paginationpage",
          "page");

  /** Parameters for a number of items. */
  static final List<String> OFFSET =
      List.of(
          "offset",
          "skip",
          "startat",
          "startindex",
          "pageoffset",
          "startoffset",
          "startposition",
          "startrow",
          "skipcount",
          "firstresult",
          "recordoffset",
          "start",
          "from");

  /** Parameters for a value from the previous page. */
  static final List<String> CURSOR =
      List.of(
          "nextpagetoken",
          "pagetoken",
          "nexttoken",
          "nextcursor",
          "cursor",
          "pagecursor",
          "startcursor",
          "aftercursor",
          "iterator",
          "continuationtoken",
          "continuation",
          "continuationkey",
          "skiptoken",
          "starttoken",
          "paginationtoken",
          "pagingtoken",
          "paginationkey",
          "scrollid",
          "bookmark",
          "marker",
          "startkey",
          "exclusivestartkey",
          "pageafter",
          "startingafter",
          "startafter",
          "afterid",
          "startafterid",
          "lastid",
          "lastkey",
          "sinceid",
          "after",
          "nextkey",
          "nextpage",
          "next");

  /** Those of them that take the id of an item. */
  static final Set<String> AFTER_ITEM =
      Set.of(
          "startingafter", "startafter", "afterid", "startafterid", "lastid", "sinceid", "after");

  /** Those of them that can hardly mean anything else. */
  static final Set<String> ONLY_AFTER_ITEM =
      Set.of("startingafter", "afterid", "startafterid", "lastid", "sinceid");

  /** Members of items that identify them. */
  static final List<String> ID = List.of("id", "_id", "uuid", "uid", "sid");

  /** Parameters for the size of a page, the most specific first. */
  static final List<String> SIZE =
      List.of(
          "pagesize",
          "perpage",
          "pagelimit",
          "limit",
          "maxresults",
          "maxpagesize",
          "hitsperpage",
          "itemsperpage",
          "resultsperpage",
          "recordsperpage",
          "rowsperpage",
          "maxitems",
          "maxrecords",
          "maxkeys",
          "pagecount",
          "take",
          "top",
          "rows",
          "first",
          "size",
          "max",
          "count",
          "num");

  private static final String STEP =
      "(?:page|pages|results?|items?|cursor|token|ur[il]|link|href|marker|key|offset|start|number"
          + "|id|iterator|position|index|path|records?|set|continuation|startat|startingafter|after)";

  /** Members with the value or URL for the next page, on whatever level they are. */
  private static final Pattern NEXT =
      Pattern.compile(
          "(?:odata)?next"
              + STEP
              + "{0,3}|endcursor|aftercursor|continuationtoken|continuationkey|lastevaluatedkey");

  /** Members that have it if nothing else does, because some APIs return the request's own here. */
  static final Set<String> MAYBE_NEXT =
      Set.of(
          "cursor",
          "iterator",
          "bookmark",
          "scrollid",
          "marker",
          "continuation",
          "pagetoken",
          "pagingtoken",
          "paginationtoken",
          "lastid",
          "lastkey",
          "after");

  /** Members of an object named like {@link #isNext}. */
  static final List<String> IN_NEXT =
      List.of(
          "cursor",
          "after",
          "token",
          "pagetoken",
          "startingafter",
          "offset",
          "page",
          "number",
          "href",
          "url",
          "uri",
          "link");

  private static final Pattern URL = Pattern.compile(".*(?:url|uri|link|href|links)|next|nextpage");

  static final Set<String> MORE =
      Set.of(
          "hasmore",
          "hasnext",
          "hasnextpage",
          "hasmoreitems",
          "hasmoreresults",
          "hasmoredata",
          "hasmorepages",
          "more",
          "moreitems",
          "moreresults",
          "morerecords",
          "moredata",
          "nextpageexists",
          "istruncated");

  static final Set<String> LAST =
      Set.of("islast", "islastpage", "last", "lastpage", "lastpagereached", "done", "endofresults");

  static final Set<String> TOTAL =
      Set.of(
          "total",
          "totalcount",
          "totalitems",
          "totalitemcount",
          "totalresults",
          "totalrecords",
          "totalrecordcount",
          "totalelements",
          "totalentries",
          "totalhits",
          "totalsize",
          "totalrows",
          "itemstotal",
          "counttotal",
          "odatacount");

  /** Members that contain the items, the most specific first. */
  static final List<String> ITEMS =
      List.of(
          "data",
          "items",
          "results",
          "result",
          "values",
          "value",
          "records",
          "entries",
          "content",
          "elements",
          "resources",
          "objects",
          "rows",
          "hits",
          "list",
          "nodes",
          "edges",
          "documents",
          "collection");

  /** Lists beside the items. */
  static final Set<String> BESIDE_ITEMS =
      Set.of(
          "links",
          "errors",
          "error",
          "warnings",
          "warningmessages",
          "errormessages",
          "included",
          "includes",
          "facets",
          "facetcounts",
          "aggregations",
          "sort",
          "sorts",
          "columns");

  /** Objects in a request body that contain what concerns pages. */
  static final Pattern WRAPPER =
      Pattern.compile("pag(?:e|er|es|ing|ination|einfo|inate).{0,20}|cursor");

  /** Objects in a response that contain what concerns pages. */
  private static final Pattern ABOUT =
      Pattern.compile(
          "(?:pag(?:e|er|es|ing|ination|einfo).{0,20}|meta|metadata|responsemeta(?:data)?"
              + "|links?|cursors?|next|paged.{0,20}|resultinfo|resultset|list(?:meta|info).{0,10})");

  private PagingNames() {}

  /** {@code page_token}, {@code pageToken}, {@code page[token]} and {@code $pageToken} are one. */
  static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  /** Whether a member has the value or URL for the next page. */
  static boolean isNext(String plain) {
    return NEXT.matcher(plain).matches();
  }

  /** Whether an object contains what concerns pages. */
  static boolean isAboutPages(String plain) {
    return ABOUT.matcher(plain).matches();
  }

  /** Whether a member is a URL by its name, or can be one. */
  static boolean isUrl(String plain) {
    return URL.matcher(plain).matches();
  }
}
