package org.jieshi.platform.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The farm's files as {@code story.json} lists them, sent in as a surveyor sends them. */
class SurveyFiles {

  private static final long PATIENCE_MILLIS = 120_000;
  private static final long PAUSE_MILLIS = 50;

  private final DemoOffice office;
  private final Path directory;
  private final Map<String, JsonNode> steps = new LinkedHashMap<>();

  SurveyFiles(DemoOffice office, Path directory, JsonMapper json) {
    this.office = office;
    this.directory = directory;
    try {
      json.readTree(Files.readString(directory.resolve("story.json"))).get("steps")
          .forEach(step -> steps.put(step.get("file").asString(), step));
    } catch (IOException e) {
      throw new UncheckedIOException("the demo's data is not in " + directory + " (JIESHI_DEMO_DATA)", e);
    }
  }

  /** Uploads a file, waits until it is checked, and puts it on the register; once. */
  void bring(String file) {
    bring(file, Map.of());
  }

  void bring(String file, Map<String, String> more) {
    if (isOnTheRegister(file)) {
      return;
    }
    JsonNode step = steps.get(file);
    Map<String, String> fields = new LinkedHashMap<>(Map.of("layer", step.get("layer").asString(),
        "crs", step.get("crs").asString(), "accuracy", step.get("accuracy").asString(),
        "note", step.get("note").asString()));
    fields.putAll(more);
    long id = office.upload(DemoPeople.SURVEYOR, directory.resolve(file), "huashan-" + file, fields);
    JsonNode checked = awaitChecked(id);
    if (checked.get("status").asString().equals("STAGED")) {
      office.post(DemoPeople.SURVEYOR, "/api/imports/" + id + "/commit", Map.of());
    } else if (!checked.get("status").asString().equals("COMMITTED")) {
      throw new IllegalStateException("the demo's file " + file + " was not accepted: " + checked);
    }
  }

  /** Also where the person who plays has brought it by hand. */
  private boolean isOnTheRegister(String file) {
    return office.get(DemoPeople.SURVEYOR, "/api/imports?status=COMMITTED&size=1000").get("items").valueStream()
        .anyMatch(found -> found.get("fileName").asString().equals(file));
  }

  private JsonNode awaitChecked(long id) {
    long end = System.currentTimeMillis() + PATIENCE_MILLIS;
    while (System.currentTimeMillis() < end) {
      JsonNode seen = office.get(DemoPeople.SURVEYOR, "/api/imports/" + id);
      if (!List.of("QUEUED", "READING", "CHECKING").contains(seen.get("status").asString())) {
        return seen;
      }
      pause();
    }
    throw new IllegalStateException("the demo's import " + id + " was not checked in time");
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the demo's story was interrupted; it goes on at the next start", e);
    }
  }

}
