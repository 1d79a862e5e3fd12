package dev.dragoman.runtime.page;

/**
 * A part of the page with a heading of its own.
 *
 * @param id usable in links to it
 * @param title the heading
 * @param link a short name for the table of contents
 * @param content what follows the heading
 */
record Section(String id, String title, String link, Html content) {

  /** The section as a landmark named by its heading. */
  void write(Html page) {
    page.open("section", "id", id, "aria-labelledby", id + "-title");
    page.element("h2", title, "id", id + "-title");
    page.add(content).close();
  }
}
