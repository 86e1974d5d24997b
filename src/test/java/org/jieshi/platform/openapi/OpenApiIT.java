package org.jieshi.platform.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jieshi.platform.access.Endpoint;
import org.jieshi.platform.access.EndpointTable;
import org.jieshi.store.EachDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever reads the description knows every address: what it does, what it takes, what it answers, how it refuses. */
@EachDatabase
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
class OpenApiIT {

  /** What the tables of access list and no controller of ours answers: pages, their files, health. */
  private static final String NO_INTERFACE = "(GET|ANY) /(|index.html|favicon.svg|openapi.*|error|actuator.*|.*/\\*\\*)";

  @Autowired MockMvc http;
  @Autowired EndpointTable table;

  private JsonNode document;

  @BeforeEach
  void read() throws Exception {
    document = new JsonMapper().readTree(http.perform(get("/openapi.json")).andReturn().getResponse()
        .getContentAsString(StandardCharsets.UTF_8));
  }

  private interface Look {
    void at(String operation, JsonNode described);
  }

  private void each(Look look) {
    for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
      path.getValue().properties().forEach(method ->
          look.at(method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), method.getValue()));
    }
  }

  @Test
  void everyAddressIsDescribedInBothLanguagesAndUnderItsModule() {
    Set<String> described = new HashSet<>();
    List<String> silent = new ArrayList<>();
    each((operation, node) -> {
      described.add(operation);
      if (node.path("summary").asString("").isBlank() || !node.path("description").asString("").matches("(?s).*\\p{IsHan}.*")
          || node.path("tags").size() != 1 || node.at("/tags/0").asString().contains("controller")) {
        silent.add(operation);
      }
    });
    assertThat(silent).as("a line in openapi/summaries.txt").isEmpty();
    assertThat(table.all().stream().filter(line -> !line.who().equals("nobody") && !line.object().equals("demo")
            // certificates are issued at their own address
            && !line.toString().endsWith("/actions/certify"))
        .map(Endpoint::toString).map(Summaries::key).filter(line -> !line.matches(NO_INTERFACE))
        .filter(line -> !described.contains(line)).toList()).as("addresses that the description leaves out").isEmpty();
  }

  @Test
  void noSummaryIsOfAnAddressThatIsGone() throws Exception {
    Set<String> described = new HashSet<>();
    each((operation, node) -> described.add(operation));
    assertThat(new Summaries().all().stream().filter(line -> !described.contains(line) && !line.contains("/api/demo/")).toList())
        .isEmpty();
  }

  @Test
  void everyOperationHasItsOwnNameItsAnswerAndItsRefusals() {
    Set<String> names = new HashSet<>();
    each((operation, node) -> {
      assertThat(names.add(node.get("operationId").asString())).as(operation).isTrue();
      assertThat(node.get("responses").propertyNames()).as(operation).contains("default").anyMatch(status -> status.startsWith("2"));
      if (operation.contains("{")) {
        assertThat(node.get("responses").has("404")).as(operation).isTrue();
        node.path("parameters").forEach(parameter -> assertThat(operation.contains("{" + parameter.get("name").asString() + "}"))
            .as(operation + " " + parameter).isEqualTo(parameter.get("in").asString().equals("path")));
      }
    });
    JsonNode accept = document.at("/paths/~1api~1disputes~1{id}~1actions~1accept/post");
    assertThat(accept.get("responses").propertyNames()).contains("200", "401", "403", "404", "409", "412", "422", "428");
    assertThat(document.at("/components/responses/Refused409/description").asString()).contains("GATE_UNMET", "办理条件尚未满足");
  }

  @Test
  void everyReferenceLeadsSomewhereAndBodiesAreDescribedAsTheyAreSent() {
    Set<String> references = new HashSet<>();
    collect(document, references);
    assertThat(references).hasSizeGreaterThan(200).allSatisfy(reference ->
        assertThat(document.at(reference.substring(1)).isMissingNode()).as(reference).isFalse());
    JsonNode schemas = document.at("/components/schemas");
    assertThat(schemas.propertyNames()).doesNotContain("JsonNode", "ObjectNode", "Geometry", "GeometryFactory", "New", "View");
    String body = document.at("/paths/~1api~1applications~1{id}~1actions~1review/post/requestBody/content/application~1json/schema/$ref")
        .asString();
    assertThat(document.at(body.substring(1)).at("/properties").propertyNames()).containsExactly("opinion");
    assertThat(fields("NewLetter")).contains("question");
  }

  private List<String> fields(String schema) {
    return List.copyOf(document.at("/components/schemas/" + schema + "/properties").propertyNames());
  }

  private static void collect(JsonNode node, Set<String> references) {
    if (node.has("$ref")) {
      references.add(node.get("$ref").asString());
    }
    node.forEach(child -> collect(child, references));
  }
}
