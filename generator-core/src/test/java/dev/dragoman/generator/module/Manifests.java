package dev.dragoman.generator.module;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.kubernetes.client.openapi.JSON;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Ingress;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The objects of Kubernetes manifests, read as strictly as the API of a cluster with {@code
 * --validate=strict}: unknown fields, missing ones and wrong types are errors.
 */
record Manifests(List<Object> objects) {
  private interface Check {
    void accept(JsonElement manifest) throws IOException;
  }

  private record Kind(Class<?> model, Check check) {}

  private static final Map<String, Kind> KINDS =
      Map.of(
          "v1 ServiceAccount",
          new Kind(V1ServiceAccount.class, V1ServiceAccount::validateJsonElement),
          "v1 Service",
          new Kind(V1Service.class, V1Service::validateJsonElement),
          "apps/v1 Deployment",
          new Kind(V1Deployment.class, V1Deployment::validateJsonElement),
          "autoscaling/v2 HorizontalPodAutoscaler",
          new Kind(V2HorizontalPodAutoscaler.class, V2HorizontalPodAutoscaler::validateJsonElement),
          "policy/v1 PodDisruptionBudget",
          new Kind(V1PodDisruptionBudget.class, V1PodDisruptionBudget::validateJsonElement),
          "networking.k8s.io/v1 NetworkPolicy",
          new Kind(V1NetworkPolicy.class, V1NetworkPolicy::validateJsonElement),
          "networking.k8s.io/v1 Ingress",
          new Kind(V1Ingress.class, V1Ingress::validateJsonElement));

  /** Reads the documents of YAML files. */
  static Manifests of(List<String> files) throws IOException {
    List<Object> objects = new ArrayList<>();
    for (String file : files) {
      for (Object document : new Load(LoadSettings.builder().build()).loadAllFromString(file)) {
        objects.add(object(new Gson().toJsonTree(document).getAsJsonObject()));
      }
    }
    return new Manifests(List.copyOf(objects));
  }

  private static Object object(JsonObject manifest) throws IOException {
    String name =
        manifest.get("apiVersion").getAsString() + " " + manifest.get("kind").getAsString();
    Kind kind = Objects.requireNonNull(KINDS.get(name), name);
    kind.check().accept(manifest);
    return JSON.getGson().fromJson(manifest, kind.model());
  }

  /** The only object of a kind. */
  <T> T one(Class<T> model) {
    List<T> found = objects.stream().filter(model::isInstance).map(model::cast).toList();
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " of " + model);
    }
    return found.get(0);
  }
}
