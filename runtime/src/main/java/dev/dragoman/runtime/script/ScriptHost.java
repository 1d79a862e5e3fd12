package dev.dragoman.runtime.script;

/**
 * What a script can reach. Everything that arrives here is written by the script's author: text of
 * any content, at most {@link ScriptLimits#messageBytes()} long. The methods are called on the
 * thread of the script, one at a time.
 *
 * <p>A {@link ScriptStoppedException} ends the script; the script cannot catch it.
 */
public interface ScriptHost {

  /**
   * Calls an operation, for {@code api.OPERATION(args, body)}.
   *
   * @param operation the name under which the script called it
   * @param input a JSON object; its members {@code args} and {@code body}, each optional, are the
   *     values that the script passed
   * @return JSON that the script gets: {@code {"value": ...}}, or {@code {"error": {"message": ...,
   *     "status": ..., "body": ...}}} for a call that failed. Beside a value, {@code shape} and
   *     {@code operation} make the script report reads of unknown fields: a shape is {@code
   *     {"fields": {NAME: SHAPE}}}, {@code {"items": SHAPE}} or {@code {}} for anything, with
   *     {@code "open": true} where other fields are possible
   */
  String call(String operation, String input);

  /**
   * Searches for operations, for {@code search(query)}.
   *
   * @return JSON in the same form as that of {@link #call}
   */
  String search(String query);

  /** Takes a line of {@code console.log}. */
  void log(String line);

  /**
   * Notes that the script has read a field that the schema of a response does not have, where the
   * response of the call came with its shape.
   *
   * @param path from the response to the field, e.g. {@code .items[].nmae}
   */
  void unknownField(String operation, String path);
}
