package org.jieshi.platform.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jieshi.shared.ProblemCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** What a refusal looks like (RFC 9457), and which of them an address may give. */
final class Refusals {

  private static final String PROBLEM = "Problem";

  private Refusals() {}

  static void describe(Components components) {
    components.addSchemas(PROBLEM, problem());
    statuses().forEach(status -> components.addResponses(name(status), response(Arrays.stream(ProblemCode.values())
        .filter(code -> code.status() == status)
        .map(code -> "`%s` %s %s".formatted(code.name(), code.title().en(), code.title().zh()))
        .collect(Collectors.joining("; ")))));
    components.addResponses("Refused", response("Refused with the reason in both languages. 拒绝，附中英文原因。"));
  }

  private static ApiResponse response(String description) {
    return new ApiResponse().description(description).content(new Content().addMediaType("application/problem+json",
        new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM))));
  }

  private static Set<Integer> statuses() {
    return Arrays.stream(ProblemCode.values()).map(ProblemCode::status).collect(Collectors.toCollection(TreeSet::new));
  }

  private static String name(int status) {
    return "Refused" + status;
  }

  private static Schema<?> problem() {
    Schema<Object> gate = object().addProperty("gate", text("W1 to W7"))
        .addProperty("fact", text("what is missing")).addProperty("factZh", text("缺少的事实"));
    return object().description("A refusal, RFC 9457.")
        .addProperty("type", text(null))
        .addProperty("code", text("stable; clients switch on it")._enum(Arrays.stream(ProblemCode.values())
            .map(code -> (Object) code.name()).toList()))
        .addProperty("title", text(null)).addProperty("titleZh", text(null))
        .addProperty("status", number())
        .addProperty("detail", text("a sentence a person can act on")).addProperty("detailZh", text("可据以处理的说明"))
        .addProperty("record", text("the record it is about")).addProperty("field", text("the field it is about"))
        .addProperty("coordinate", object().description("where it is, in the file's own system"))
        .addProperty("unmet", array(gate))
        .required(List.of("code", "title", "titleZh", "status", "detail", "detailZh"));
  }

  /** Those that an address may give, besides what any may. */
  static void add(Operation operation, String method, String path, boolean open, boolean limited) {
    Set<Integer> given = new TreeSet<>();
    boolean changes = !method.equals("GET");
    if (operation.getRequestBody() != null) {
      given.addAll(List.of(400, 413, 415, 422));
    }
    if (operation.getParameters() != null) {
      given.add(400);
      if (operation.getParameters().stream().anyMatch(each -> HttpHeaders.IF_MATCH.equalsIgnoreCase(each.getName()))) {
        given.addAll(List.of(412, 428));
      }
    }
    if (!open) {
      given.add(401);
    }
    if (limited) {
      given.add(403);
    }
    if (path.contains("{")) {
      given.add(404);
    }
    if (changes) {
      given.add(409);
    }
    given.retainAll(statuses());
    given.forEach(status -> operation.getResponses().addApiResponse(String.valueOf(status),
        new ApiResponse().$ref("#/components/responses/" + name(status))));
    operation.getResponses().setDefault(new ApiResponse().$ref("#/components/responses/Refused"));
  }

  private static Schema<Object> object() {
    return typed("object");
  }

  private static Schema<Object> text(@Nullable String description) {
    return typed("string").description(description);
  }

  private static Schema<Object> number() {
    return typed("integer");
  }

  private static Schema<Object> array(Schema<?> items) {
    return typed("array").items(items);
  }

  /** As OpenAPI 3.1 has it. */
  static Schema<Object> typed(String type) {
    Schema<Object> schema = new JsonSchema();
    schema.addType(type);
    return schema;
  }
}
