package org.jieshi.platform.openapi;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.converter.ResolvedSchema;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jieshi.identity.Role;
import org.jieshi.platform.access.Endpoint;
import org.jieshi.platform.access.EndpointTable;
import org.jieshi.shared.ActionBodies;
import org.jieshi.shared.Bilingual;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.http.HttpHeaders;

/** Says of each operation what it does, who may ask it and how it refuses. */
final class Descriptions implements OpenApiCustomizer {

  private static final Map<String, String> FILES = Map.ofEntries(Map.entry(".pdf", "application/pdf"),
      Map.entry(".gpkg", "application/geopackage+sqlite3"), Map.entry(".mvt", "application/vnd.mapbox-vector-tile"),
      Map.entry(".jpg", "image/jpeg"), Map.entry(".csv", "text/csv"), Map.entry(".jsonl", "application/jsonl"),
      Map.entry(".geojson", "application/geo+json"), Map.entry(".pem", "application/x-pem-file"),
      Map.entry(".qgs", "application/x-qgis-project"), Map.entry("/print", "application/pdf"),
      Map.entry(".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
      Map.entry("/export/{file}", "application/octet-stream"), Map.entry("/file", "application/octet-stream"));

  private final Summaries summaries;
  private final EndpointTable table;
  private final List<ActionBodies> steps;

  Descriptions(Summaries summaries, EndpointTable table, List<ActionBodies> steps) {
    this.summaries = summaries;
    this.table = table;
    this.steps = steps;
  }

  @Override
  public void customise(OpenAPI document) {
    Refusals.describe(document.getComponents());
    steps.forEach(each -> apart(document, each));
    Set<String> modules = new TreeSet<>();
    document.getPaths().forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
      describe(method, path, operation);
      modules.addAll(operation.getTags());
    }));
    document.setTags(modules.stream().map(name -> new Tag().name(name)).toList());
  }

  /** One address for each of the steps that share one. */
  private static void apart(OpenAPI document, ActionBodies steps) {
    PathItem shared = document.getPaths().remove(steps.address());
    Operation each = shared.getPost();
    String variable = steps.address().substring(steps.address().lastIndexOf('{') + 1, steps.address().lastIndexOf('}'));
    for (ActionBodies.Step step : steps.steps()) {
      List<Parameter> parameters = new ArrayList<>(each.getParameters());
      parameters.removeIf(parameter -> parameter.getName().equals(variable));
      ApiResponses responses = new ApiResponses();
      each.getResponses().forEach(responses::addApiResponse);
      document.getPaths().addPathItem(steps.address().replace("{" + variable + "}", step.path()), new PathItem().post(
          new Operation().tags(each.getTags()).parameters(parameters).responses(responses)
              .summary(step.title().en()).description(step.title().zh()).requestBody(body(document, step.body()))));
    }
  }

  private static RequestBody body(OpenAPI document, Class<?> type) {
    ResolvedSchema resolved = ModelConverters.getInstance(true).resolveAsResolvedSchema(
        new AnnotatedType(type).resolveAsRef(true));
    resolved.referencedSchemas.forEach(document.getComponents()::addSchemas);
    return new RequestBody().content(new Content().addMediaType("application/json", new MediaType().schema(resolved.schema)));
  }

  private void describe(PathItem.HttpMethod method, String path, Operation operation) {
    Optional<Bilingual> summary = summaries.find(method + " " + path);
    Optional<Endpoint> endpoint = table.all().stream()
        .filter(line -> Summaries.key(line.toString()).equals(method + " " + path)).findFirst();
    summary.ifPresent(text -> operation.summary(text.en()).description(text.zh()));
    operation.setOperationId(id(method, path));
    boolean open = endpoint.isPresent() && endpoint.get().open();
    endpoint.ifPresent(line -> operation.setDescription(operation.getDescription() + "\n\n" + who(line)));
    if (open) {
      operation.setSecurity(List.of());
    }
    if (operation.getParameters() != null) {
      operation.getParameters().stream().filter(each -> HttpHeaders.IF_MATCH.equalsIgnoreCase(each.getName()))
          .forEach(each -> each.required(true).description("The ETag of the version that is changed. 所修改版本的 ETag。"));
    }
    operation.getResponses().forEach((status, response) -> files(path, response));
    Refusals.add(operation, method.name(), path, open, endpoint.isPresent() && !open
        && (endpoint.get().roles().size() < Role.values().length || !"-".equals(endpoint.get().object())));
  }

  private static void files(String path, ApiResponse response) {
    if (response.getDescription() != null && response.getDescription().equals("OK")) {
      response.setDescription("Done. 成功。");
    }
    FILES.entrySet().stream().filter(end -> path.endsWith(end.getKey())).findFirst().ifPresent(end -> response.setContent(
        new Content().addMediaType(end.getValue(), new MediaType().schema(Refusals.typed("string").format("binary")))));
  }

  /** Made of the address, which no other operation has. */
  private static String id(PathItem.HttpMethod method, String path) {
    return method.name().toLowerCase(Locale.ROOT) + Arrays.stream(path.split("[^A-Za-z0-9]+"))
        .filter(part -> !part.isEmpty() && !part.equals("api"))
        .map(part -> Character.toUpperCase(part.charAt(0)) + part.substring(1)).collect(Collectors.joining());
  }

  private static String who(Endpoint endpoint) {
    return switch (endpoint.who()) {
      case "public" -> "Anybody. 任何人。";
      case "village" -> "A village with its link and code. 持链接与查询码的村。";
      case "signed-in", "arriving" -> "Everybody signed in. 任何登录人员。";
      default -> "Only 仅限: " + endpoint.roles().stream().map(role -> role.title().en() + " " + role.title().zh())
          .collect(Collectors.joining(", ")) + ".";
    };
  }
}
