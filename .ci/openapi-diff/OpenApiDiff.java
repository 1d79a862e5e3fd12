import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;

/** What openapi-diff says of pairs of documents, a line each: java OpenApiDiff.java OLD NEW ... */
class OpenApiDiff {
  public static void main(String[] args) {
    for (int i = 0; i + 1 < args.length; i += 2) {
      ChangedOpenApi changes = OpenApiCompare.fromLocations(args[i], args[i + 1]);
      String word = changes.isIncompatible() ? "incompatible" : "compatible";
      System.out.println("openapi-diff: " + (changes.isUnchanged() ? "no changes" : word));
    }
  }
}
