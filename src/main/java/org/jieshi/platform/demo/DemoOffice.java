package org.jieshi.platform.demo;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jieshi.platform.demo.DemoPeople.Person;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

/** The demo's people at work on the server's own HTTP interface, with the rights of their roles and nothing more. */
class DemoOffice {

  private final RestClient http;

  DemoOffice(String address) {
    this.http = RestClient.builder().baseUrl(address).build();
  }

  JsonNode get(Person person, String path, Object... variables) {
    return http.get().uri(path, variables).headers(headers -> signIn(headers, person)).retrieve()
        .body(JsonNode.class);
  }

  JsonNode post(Person person, String path, Object body) {
    return http.post().uri(path).headers(headers -> signIn(headers, person)).contentType(MediaType.APPLICATION_JSON)
        .body(body).retrieve().body(JsonNode.class);
  }

  /** Changes a versioned record as it stands: reads its tag, sends it back. */
  JsonNode act(Person person, String record, String action, Object body) {
    ResponseEntity<JsonNode> seen = http.get().uri(record).headers(headers -> signIn(headers, person)).retrieve()
        .toEntity(JsonNode.class);
    return http.post().uri(record + "/actions/" + action).headers(headers -> {
      signIn(headers, person);
      headers.setIfMatch(seen.getHeaders().getETag());
    }).contentType(MediaType.APPLICATION_JSON).body(body).retrieve().body(JsonNode.class);
  }

  /** Uploads a file as it lies there; a second upload under the same key is the first one. */
  long upload(Person person, Path file, String key, Map<String, String> fields) {
    MultiValueMap<String, Object> form = new LinkedMultiValueMap<>();
    form.add("file", new FileSystemResource(file));
    fields.forEach(form::add);
    return http.post().uri("/api/imports").headers(headers -> {
      signIn(headers, person);
      headers.set("Idempotency-Key", key);
    }).contentType(MediaType.MULTIPART_FORM_DATA).body(form).retrieve().body(JsonNode.class).get("id").asLong();
  }

  /** Gives one document to many applications. */
  JsonNode document(Person person, List<String> applications, String kind, Resource file) {
    MultiValueMap<String, Object> form = new LinkedMultiValueMap<>();
    applications.forEach(id -> form.add("ids", id));
    form.add("kind", kind);
    form.add("file", file);
    return http.post().uri("/api/applications/batch/documents").headers(headers -> signIn(headers, person))
        .contentType(MediaType.MULTIPART_FORM_DATA).body(form).retrieve().body(JsonNode.class);
  }

  private static void signIn(HttpHeaders headers, Person person) {
    headers.setBasicAuth(person.username(), person.password());
  }
}
