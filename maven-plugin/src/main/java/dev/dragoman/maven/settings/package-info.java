/** Settings in a POM that consist of several values; converted to those of a configuration file. */
@NullMarked
package dev.dragoman.maven.settings;

import org.jspecify.annotations.NullMarked;
