package org.jieshi.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jieshi.audit.AuditVerifier;
import org.jieshi.identity.Role;
import org.jieshi.identity.Users;
import org.jieshi.store.EachDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Text that tries to become SQL, in every place that takes text: each parameter in an address, each parameter of a query,
 * each field of a JSON body, as the program's own OpenAPI document names them. Each attempt calls a sequence: if its number
 * ever moved, one was run.
 *
 * <p>{@code -Djieshi.hostile.each=N}: N attempts in each place; all of them with 10 000.
 */
@EachDatabase
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
class HostileInputIT {

  /** Between them the places see every attempt. */
  private static final int EACH = Integer.getInteger("jieshi.hostile.each", 2);

  private static final String CANARY = "nextval('canary')";
  private static final String PLAIN = "x";
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int DEEPEST = 4;

  @Autowired MockMvc mvc;
  @Autowired EndpointTable table;
  @Autowired Users users;
  @Autowired JdbcClient jdbc;
  @Autowired AuditVerifier verifier;

  private final List<String> attempts = attempts();
  private final Map<Role, String> people = new EnumMap<>(Role.class);
  private final List<String> faults = new ArrayList<>();
  private JsonNode schemas;
  private int next;
  private int asked;
  private int places;

  @BeforeEach
  void everyRoleHasSomebody() {
    for (Role role : Role.values()) {
      people.put(role, users.add(role.name().toLowerCase(Locale.ROOT), role.title().zh(), role, null, "long enough").username());
    }
    jdbc.sql("create sequence canary").update();
  }

  @Test
  void textNeverBecomesSql() throws Exception {
    assertThat(attempts).hasSizeGreaterThanOrEqualTo(200);
    JsonNode document = JSON.readTree(mvc.perform(get("/openapi.json")).andReturn().getResponse()
        .getContentAsByteArray());
    schemas = document.at("/components/schemas");
    for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        attack(operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), operation.getValue());
      }
    }

    assertThat(faults).as("%d faults", faults.size()).isEmpty();
    assertThat(places).isGreaterThan(400);
    assertThat(asked).isGreaterThanOrEqualTo(Math.min(EACH, attempts.size()) * places);
    assertThat(next).as("every attempt was made").isGreaterThan(attempts.size());
    assertThat(jdbc.sql("select is_called from canary").query(Boolean.class).single()).as("an attempt was run").isFalse();
    assertThat(verifier.verify().faults()).isEmpty();
  }

  private void attack(String method, String path, JsonNode operation) throws Exception {
    List<String> texts = new ArrayList<>();
    for (Parameter parameter : parameters(operation)) {
      if (isText(parameter.schema())) {
        texts.add(parameter.name());
      }
    }
    JsonNode schema = operation.at("/requestBody/content/application~1json/schema");
    for (String text : texts) {
      inEach(attempt -> ask(method, path, operation, name -> name.equals(text) ? attempt : null, body(schema, null, "")));
    }
    if (!schema.isMissingNode()) {
      for (String field : fields(schema, "", 0)) {
        inEach(attempt -> ask(method, path, operation, name -> null, body(schema, field, attempt)));
      }
    }
  }

  private void inEach(Attack attack) throws Exception {
    places++;
    for (int i = 0; i < Math.min(EACH, attempts.size()); i++) {
      attack.with(attempts.get(next++ % attempts.size()));
    }
  }

  private void ask(String method, String path, JsonNode operation, UnaryOperator<String> given, String body)
      throws Exception {
    UriComponentsBuilder address = UriComponentsBuilder.fromPath(path.replaceAll("\\{(\\w+)}", "{$1}"));
    Map<String, Object> values = new HashMap<>();
    for (Parameter parameter : parameters(operation)) {
      String value = given.apply(parameter.name());
      if (parameter.inPath()) {
        values.put(parameter.name(), value == null ? "1" : value);
      } else if (value != null || parameter.required()) {
        address.queryParam(parameter.name(), "{q_" + parameter.name() + "}");
        values.put("q_" + parameter.name(), value == null ? single(usual(parameter.schema())) : value);
      }
    }
    URI uri = address.encode().buildAndExpand(values).toUri();
    Endpoint endpoint = table.find(method, PathContainer.parsePath(path.replaceAll("\\{[^}]*}", "1"))).orElse(null);
    var request = MockMvcRequestBuilders.request(HttpMethod.valueOf(method), uri).with(csrf())
        .contentType(MediaType.APPLICATION_JSON).content(body);
    if (endpoint != null && !endpoint.roles().isEmpty()) {
      request.with(user(people.get(endpoint.roles().iterator().next())));
    }
    MockHttpServletResponse answer = mvc.perform(request).andReturn().getResponse();
    asked++;
    String text = answer.getContentAsString();
    if (answer.getStatus() >= 500 || text.contains("PSQLException") || text.contains("syntax error")
        || text.contains("org.springframework") || text.contains("java.lang")) {
      faults.add("%s %s %s: %d %s".formatted(method, brief(uri), brief(body), answer.getStatus(),
          text.substring(0, Math.min(200, text.length()))));
    }
  }

  /** An object among them stands for its properties, each a parameter of its own. */
  private List<Parameter> parameters(JsonNode operation) {
    List<Parameter> parameters = new ArrayList<>();
    for (JsonNode each : operation.path("parameters")) {
      JsonNode schema = resolve(each.path("schema"));
      boolean required = each.path("required").asBoolean(false);
      if (schema.has("properties")) {
        schema.get("properties").properties().forEach(property ->
            parameters.add(new Parameter(property.getKey(), false, false, resolve(property.getValue()))));
      } else {
        parameters.add(new Parameter(each.get("name").asString(), each.get("in").asString().equals("path"), required,
            schema));
      }
    }
    return parameters;
  }

  /** The text fields of a body by their paths, as JSON pointers. */
  private List<String> fields(JsonNode schema, String at, int depth) {
    JsonNode known = resolve(schema);
    if (isText(known)) {
      return List.of(at);
    }
    List<String> found = new ArrayList<>();
    if (depth < DEEPEST) {
      known.path("properties").properties()
          .forEach(property -> found.addAll(fields(property.getValue(), at + "/" + property.getKey(), depth + 1)));
      if (known.has("items")) {
        found.addAll(fields(known.get("items"), at + "/0", depth + 1));
      }
    }
    return found;
  }

  private String body(JsonNode schema, @Nullable String field, String attempt) {
    return schema.isMissingNode() ? "" : usual(schema, field, attempt, "", 0).toString();
  }

  private JsonNode usual(JsonNode schema) {
    return usual(schema, null, "", "", 0);
  }

  private static String brief(Object text) {
    return text.toString().substring(0, Math.min(300, text.toString().length()));
  }

  private static String single(JsonNode value) {
    return value.isArray() ? single(value.get(0)) : value.asString();
  }

  /** A body that is well formed, with the attempt in one field. */
  private JsonNode usual(JsonNode schema, @Nullable String field, String attempt, String at, int depth) {
    JsonNode known = resolve(schema);
    String type = known.path("type").asString("object");
    if (isText(known)) {
      return JSON.valueToTree(at.equals(field) ? attempt : known.has("enum") ? known.get("enum").get(0).asString()
          : switch (known.path("format").asString("")) {
            case "date" -> "2012-08-01";
            case "date-time" -> "2012-08-01T00:00:00Z";
            default -> PLAIN;
          });
    }
    if (type.equals("object")) {
      ObjectNode object = JSON.createObjectNode();
      if (depth < DEEPEST) {
        known.path("properties").properties().forEach(property -> object.set(property.getKey(),
            usual(property.getValue(), field, attempt, at + "/" + property.getKey(), depth + 1)));
      }
      return object;
    }
    return switch (type) {
      case "array" -> JSON.createArrayNode().add(usual(known.path("items"), field, attempt, at + "/0", depth + 1));
      case "boolean" -> JSON.valueToTree(true);
      default -> JSON.valueToTree(1);
    };
  }

  private JsonNode resolve(JsonNode schema) {
    String ref = schema.path("$ref").asString("");
    return ref.isEmpty() ? schema : schemas.get(ref.substring(ref.lastIndexOf('/') + 1));
  }

  private static boolean isText(JsonNode schema) {
    return schema.path("type").asString("").equals("string");
  }

  /** Ways out of a literal, a number, a name, a list, a comment, an array; and what to do there. */
  private static List<String> attempts() {
    List<String> outs = List.of("%s", "'||%s||'", "1 or %s>0", "' or %s>0--", "') or %s>0--", "')) or %s>0--",
        "'; select %s--", "1; select %s--", "\"; select %s--", "' union select %s--", "' union all select null, %s--",
        "1) union select %s--", "x' and %s>0 and 'x'='x", "%%' or %s>0 or code like '%%", "\\'; select %s--",
        "$$; select %s; $$", "$1||%s", "{%s}", "asc, (select %s)", "code; select %s", "1/**/or/**/%s>0", "'+%s+'",
        "／＇; select %s--", "宗地' or %s>0--", "ʼ or %s>0--");
    List<String> doings = List.of(CANARY, "(select " + CANARY + ")", "(select " + CANARY + " from generate_series(1,2) limit 1)",
        "cast(" + CANARY + " as text)::int", "coalesce(" + CANARY + ",0)", "(case when true then " + CANARY + " else 0 end)",
        "query_to_xml($$select " + CANARY + "$$,true,true,$$$$)::text::int", "NEXTVAL('canary'::regclass)");
    LinkedHashSet<String> attempts = new LinkedHashSet<>();
    for (String doing : doings) {
      for (String out : outs) {
        attempts.add(out.formatted(doing));
      }
    }
    attempts.addAll(List.of("\u0000", "a\u0000' or " + CANARY + ">0--", "\ud800", "x".repeat(100_000), "", " ", "\r\nX-Canary: 1",
        "../../../../etc/passwd", "%2e%2e%2f%00"));
    attempts.add("'; drop sequence canary;--");
    attempts.add("'; update app_user set enabled=false;--");
    return List.copyOf(attempts);
  }

  private record Parameter(String name, boolean inPath, boolean required, JsonNode schema) {
  }

  private interface Attack {
    void with(String attempt) throws Exception;
  }
}
