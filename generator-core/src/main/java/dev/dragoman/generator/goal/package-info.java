/**
 * What the goals of the Maven plugin and the commands of the command line do: settings are checked,
 * every API is prepared, and only then files are written.
 *
 * <p>How a user writes a setting or runs another goal differs, so messages get their wording from
 * {@link dev.dragoman.generator.goal.SettingNames}.
 */
@NullMarked
package dev.dragoman.generator.goal;

import org.jspecify.annotations.NullMarked;
