package org.jieshi.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jieshi.identity.Role;
import org.jieshi.identity.Users;
import org.jieshi.store.EachDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** The table of addresses is complete, and true: every line is asked by every role and by nobody in particular. */
@EachDatabase
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
class EndpointMatrixIT {

  @Autowired MockMvc mvc;
  @Autowired EndpointTable table;
  @Autowired Users users;
  @Autowired List<RequestMappingInfoHandlerMapping> handlers;
  @Autowired List<SimpleUrlHandlerMapping> files;

  @Test
  void everyMappingIsListedAndEveryLineIsMapped() {
    Set<String> mapped = mappings();
    Set<String> listed = table.all().stream().filter(endpoint -> !endpoint.object().equals("demo"))
        .map(Endpoint::toString).collect(Collectors.toCollection(TreeSet::new));
    Set<String> refined = listed.stream().filter(line -> !mapped.contains(line) && oneOfItsActions(line))
        .collect(Collectors.toSet());

    assertThat(mapped).as("mappings that access/endpoints.txt does not list").isSubsetOf(listed);
    assertThat(listed).as("lines whose mapping is gone").allMatch(line -> mapped.contains(line) || refined.contains(line));
    assertThat(mapped).hasSizeGreaterThan(240);
  }

  @Test
  void everyLineOfTheInterfaceSaysWhatItDoes() throws Exception {
    String summaries = new ClassPathResource("openapi/summaries.txt").getContentAsString(StandardCharsets.UTF_8);
    assertThat(table.all().stream().filter(line -> line.path().getPatternString().matches("/(api|ogc|tiles|verify).*"))
        .filter(line -> !line.roles().isEmpty() && !line.path().getPatternString().matches("/api/(disputes|applications)/\\{id}/actions/.*"))
        .map(Endpoint::toString).filter(line -> !summaries.contains("\n" + line + " | ")).toList())
        .as("lines that openapi/summaries.txt does not have").isEmpty();
  }

  @Test
  void everyLineHoldsForEveryRoleAndForTheAnonymous() throws Exception {
    Map<Role, String> people = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      people.put(role, users.add(role.name().toLowerCase(), role.title().zh(), role, null, "long enough").username());
    }
    List<String> wrong = new ArrayList<>();
    int asked = 0;
    for (Endpoint endpoint : table.all()) {
      if (endpoint.object().equals("demo")) {
        continue;
      }
      expect(endpoint, null, ask(endpoint, null), wrong);
      for (Role role : Role.values()) {
        expect(endpoint, role, ask(endpoint, people.get(role)), wrong);
        asked++;
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(asked).isGreaterThan(1_700);
  }

  @Test
  void whoHasSomethingToDoFirstReachesOnlyThat() throws Exception {
    String maker = users.add("maker", "系统管理员", Role.ADMINISTRATOR, null, "long enough").username();
    String due = users.add("due", "系统管理员", Role.ADMINISTRATOR, null, "long enough").username();
    users.changePassword(due, "long enough too", maker);
    Set<String> answered = new TreeSet<>();
    for (Endpoint endpoint : table.all()) {
      if (!endpoint.open() && !endpoint.object().equals("demo") && !endpoint.roles().isEmpty() && ask(endpoint, due) != 403) {
        answered.add(endpoint.toString());
      }
    }
    assertThat(answered).containsExactly("GET /api/me", "GET /api/me/second-factor", "POST /api/me/second-factor/begin",
        "POST /api/me/second-factor/confirm", "PUT /api/users/{username}/password");
    assertThat(mvc.perform(request(HttpMethod.PUT, "/api/users/" + maker + "/password").with(csrf()).with(user(due))
        .contentType(MediaType.APPLICATION_JSON).content("{\"password\": \"long enough again\"}")).andReturn().getResponse()
        .getStatus()).as("somebody else's password").isEqualTo(403);
  }

  @Test
  void whatIsNotListedIsRefusedToEverybody() throws Exception {
    users.add("root", "系统管理员", Role.ADMINISTRATOR, null, "long enough");
    for (String path : List.of("/api/nothing", "/actuator/env", "/etc/passwd", "/static/index.html", "/api/parcels/",
        "/api/disputes/1/actions/unheard-of")) {
      HttpMethod method = path.contains("actions") ? HttpMethod.POST : HttpMethod.GET;
      assertThat(mvc.perform(request(method, path).with(csrf())).andReturn().getResponse().getStatus()).as(path)
          .isEqualTo(401);
      assertThat(mvc.perform(request(method, path).with(csrf()).with(user("root"))).andReturn().getResponse().getStatus())
          .as(path).isEqualTo(404);
    }
    assertThat(mvc.perform(request(HttpMethod.PUT, "/api/parcels").with(csrf()).with(user("root"))).andReturn()
        .getResponse().getStatus()).isEqualTo(405);
    assertThat(mvc.perform(request(HttpMethod.TRACE, "/api/parcels").with(user("root"))).andReturn().getResponse()
        .getStatus()).isBetween(400, 499);
    assertThat(mvc.perform(request(HttpMethod.HEAD, "/api/parcels").with(user("root"))).andReturn().getResponse()
        .getStatus()).isEqualTo(200);
  }

  private static void expect(Endpoint endpoint, @Nullable Role role, int status, List<String> wrong) {
    boolean right;
    if (endpoint.who().equals("village")) {
      right = status == 401;   // by the gate, which was given no link
    } else if (endpoint.open()) {
      right = role == null && endpoint.toString().equals("GET /api/session") ? status == 401 : status != 401 && status != 403;
    } else if (role == null) {
      right = status == 401;
    } else if (endpoint.roles().isEmpty()) {
      right = status == 404;
    } else if (endpoint.roles().contains(role)) {
      right = status != 401 && status != 403;
    } else {
      right = status == 403;
    }
    if (!right || status >= 500) {
      wrong.add("%s as %s: %d".formatted(endpoint, role == null ? "anonymous" : role, status));
    }
  }

  private int ask(Endpoint endpoint, @Nullable String person) throws Exception {
    String path = endpoint.path().getPatternString().replace("{username}", person == null ? "x" : person)
        .replaceAll("\\{[^}]*}", "1").replace("/**", "/1");
    var request = request(HttpMethod.valueOf(endpoint.method() == null ? "GET" : endpoint.method()), path).with(csrf())
        .contentType(MediaType.APPLICATION_JSON).content("{}");
    return mvc.perform(person == null ? request : request.with(user(person))).andReturn().getResponse().getStatus();
  }

  private Set<String> mappings() {
    Set<String> mapped = new TreeSet<>();
    handlers.forEach(handler -> handler.getHandlerMethods().keySet().forEach(info -> mapped.addAll(lines(info))));
    files.forEach(each -> each.getUrlMap().keySet().forEach(pattern -> mapped.add("GET " + pattern)));
    return mapped;
  }

  private static Set<String> lines(RequestMappingInfo info) {
    Set<String> methods = info.getMethodsCondition().getMethods().isEmpty() ? Set.of("ANY")
        : info.getMethodsCondition().getMethods().stream().map(RequestMethod::name).collect(Collectors.toSet());
    return info.getPatternValues().stream().flatMap(pattern -> methods.stream().map(method -> method + " " + pattern))
        .collect(Collectors.toSet());
  }

  /** A line for one action of an address whose own line lets nobody in. */
  private boolean oneOfItsActions(String line) {
    String path = line.substring(line.indexOf(' ') + 1);
    return table.all().stream().anyMatch(endpoint -> endpoint.who().equals("nobody")
        && line.startsWith(endpoint.method() + " ") && endpoint.path().matches(PathContainer.parsePath(path)));
  }
}
