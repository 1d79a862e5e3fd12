package dev.dragoman.generator.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubernetes.client.custom.IntOrString;
import io.kubernetes.client.openapi.models.V1Container;
import io.kubernetes.client.openapi.models.V1ContainerPort;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Ingress;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1NetworkPolicyPort;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1PodSpec;
import io.kubernetes.client.openapi.models.V1Probe;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import io.kubernetes.client.openapi.models.V1Volume;
import io.kubernetes.client.openapi.models.V1VolumeMount;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The Kubernetes manifests of a new module: each valid by itself, and all fitting together. */
class ManifestsTest {
  private static final String FOLDER = "deploy/kubernetes/";
  private static final String NAME = "desk-lamp-mcp-server";

  @TempDir Path folder;
  private Map<String, String> files;
  private Manifests manifests;
  private V1Deployment deployment;
  private V1PodSpec pod;
  private V1Container container;

  @BeforeEach
  void read() throws IOException {
    files = NewModule.of(folder, "https://lamp.example", Optional.empty());
    manifests = Manifests.of(manifestFiles(files));
    deployment = manifests.one(V1Deployment.class);
    pod = deployment.getSpec().getTemplate().getSpec();
    container = pod.getContainers().get(0);
  }

  private static List<String> manifestFiles(Map<String, String> files) {
    return files.keySet().stream()
        .filter(name -> name.startsWith(FOLDER) && name.endsWith(".yaml"))
        .filter(name -> !name.endsWith("kustomization.yaml"))
        .map(files::get)
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "deployment.yaml, readinessProbe:, readynessProbe:",
    "deployment.yaml, optional: true, optionel: true",
    "deployment.yaml, periodSeconds: 1\\b, periodSeconds: often",
    "service.yaml, targetPort, targetport",
    "scaling.yaml, maxReplicas: 6, max: 6",
    "network-policy.yaml, podSelector, selector",
    "ingress.yaml, pathType: Prefix, type: Prefix"
  })
  void aMistakeWouldBeFound(String file, String right, String wrong) {
    String text = files.get(FOLDER + file).replaceFirst(right, wrong);
    assertThat(text).isNotEqualTo(files.get(FOLDER + file));
    assertThatThrownBy(() -> Manifests.of(List.of(text))).isInstanceOf(RuntimeException.class);
  }

  @Test
  void everySelectorFindsThePods() {
    Map<String, String> labels = deployment.getSpec().getTemplate().getMetadata().getLabels();
    assertThat(labels).containsExactly(Map.entry("app.kubernetes.io/name", NAME));
    assertThat(deployment.getSpec().getSelector().getMatchLabels()).isEqualTo(labels);
    assertThat(manifests.one(V1Service.class).getSpec().getSelector()).isEqualTo(labels);
    assertThat(manifests.one(V1PodDisruptionBudget.class).getSpec().getSelector().getMatchLabels())
        .isEqualTo(labels);
    assertThat(manifests.one(V1NetworkPolicy.class).getSpec().getPodSelector().getMatchLabels())
        .isEqualTo(labels);
    assertThat(pod.getTopologySpreadConstraints())
        .hasSize(2)
        .allSatisfy(
            spread -> assertThat(spread.getLabelSelector().getMatchLabels()).isEqualTo(labels));
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    assertThat(manifests.one(V2HorizontalPodAutoscaler.class).getSpec().getScaleTargetRef())
        .satisfies(
            target -> {
              assertThat(target.getKind()).isEqualTo("Deployment");
              assertThat(target.getName()).isEqualTo(deployment.getMetadata().getName());
            });
    assertThat(deployment.getSpec().getReplicas()).as("the autoscaler decides").isNull();
    assertThat(manifests.one(V1ServiceAccount.class).getMetadata().getName())
        .isEqualTo(pod.getServiceAccountName());
    V1Service service = manifests.one(V1Service.class);
    var backend =
        manifests
            .one(V1Ingress.class)
            .getSpec()
            .getRules()
            .get(0)
            .getHttp()
            .getPaths()
            .get(0)
            .getBackend()
            .getService();
    assertThat(backend.getName()).isEqualTo(service.getMetadata().getName());
    assertThat(backend.getPort().getName())
        .isEqualTo(service.getSpec().getPorts().get(0).getName());
    assertThat(container.getVolumeMounts().stream().map(V1VolumeMount::getName))
        .containsExactlyElementsOf(pod.getVolumes().stream().map(V1Volume::getName).toList());
  }

  @Test
  void everyPortIsTheContainers() {
    List<V1ContainerPort> ports = container.getPorts();
    assertThat(ports).hasSize(1);
    assertThat(ports.get(0).getContainerPort()).isEqualTo(8080);
    IntOrString name = new IntOrString(ports.get(0).getName());
    Stream<V1Probe> probes =
        Stream.of(
            container.getStartupProbe(),
            container.getReadinessProbe(),
            container.getLivenessProbe());
    assertThat(probes.map(probe -> probe.getHttpGet().getPort())).containsOnly(name);
    assertThat(manifests.one(V1Service.class).getSpec().getPorts().get(0).getTargetPort())
        .isEqualTo(name);
    assertThat(
            manifests.one(V1NetworkPolicy.class).getSpec().getIngress().get(0).getPorts().stream()
                .map(V1NetworkPolicyPort::getPort))
        .containsExactly(name);
  }

  /** The profile "restricted" of the Pod Security Standards, and a read-only root. */
  @Test
  void theProfileIsRestricted() {
    assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
    assertThat(pod.getSecurityContext().getRunAsUser()).isPositive();
    assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
    assertThat(container.getSecurityContext().getAllowPrivilegeEscalation()).isFalse();
    assertThat(container.getSecurityContext().getCapabilities().getDrop()).containsExactly("ALL");
    assertThat(container.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
    assertThat(pod.getVolumes()).allMatch(volume -> volume.getEmptyDir() != null);
    assertThat(pod.getAutomountServiceAccountToken()).isFalse();
    // A Service named like the API would set DESK_LAMP_PORT=tcp://..., which is the server's.
    assertThat(pod.getEnableServiceLinks()).isFalse();
  }

  @Test
  void aServerHasTheTimeThatItNeedsToStop() throws IOException {
    long delay = Long.parseLong(settings().getProperty("DESK_LAMP_STOP_DELAY"));
    assertThat(pod.getTerminationGracePeriodSeconds()).isGreaterThanOrEqualTo(delay + 10);
  }

  @Test
  void namesOfTheServiceAndTheIngressAreAllowed() throws IOException {
    List<String> allowed =
        Arrays.asList(settings().getProperty("DESK_LAMP_ALLOWED_HOST").split(","));
    assertThat(allowed)
        .contains(
            manifests.one(V1Service.class).getMetadata().getName(),
            manifests.one(V1Ingress.class).getSpec().getRules().get(0).getHost());
  }

  private Properties settings() throws IOException {
    Properties settings = new Properties();
    settings.load(new StringReader(files.get(FOLDER + "settings.env")));
    return settings;
  }

  @ParameterizedTest
  @CsvSource({
    "https://lamp.example, 443",
    "https://lamp.example:443/v1, 443",
    "https://lamp.example:8443, '443,8443'",
    "http://lamp.example/api, '443,80'",
    "/v1, 443"
  })
  void thePortOfTheApiIsOpen(String server, String ports) throws IOException {
    Path other = folder.resolve("other");
    assertThat(other.toFile().mkdir()).isTrue();
    Manifests its = Manifests.of(manifestFiles(NewModule.of(other, server, Optional.empty())));
    assertThat(its.one(V1NetworkPolicy.class).getSpec().getEgress().get(1).getPorts())
        .extracting(port -> port.getPort().getIntValue())
        .containsExactlyElementsOf(Arrays.stream(ports.split(",")).map(Integer::valueOf).toList());
  }

  @Test
  void theKustomizationListsTheFiles() {
    Object read =
        new Load(LoadSettings.builder().build())
            .loadFromString(files.get(FOLDER + "kustomization.yaml"));
    assertThat(read)
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
        .containsOnlyKeys("apiVersion", "kind", "resources", "images", "configMapGenerator")
        .hasEntrySatisfying(
            "resources",
            resources ->
                assertThat((List<?>) resources)
                    .allMatch(name -> files.containsKey(FOLDER + name))
                    .hasSize(4))
        .hasEntrySatisfying(
            "images",
            images ->
                assertThat(((Map<?, ?>) ((List<?>) images).get(0)).get("name"))
                    .isEqualTo(container.getImage()))
        .hasEntrySatisfying(
            "configMapGenerator",
            maps ->
                assertThat(((Map<?, ?>) ((List<?>) maps).get(0)).get("name"))
                    .isEqualTo(container.getEnvFrom().get(0).getConfigMapRef().getName()));
  }
}
