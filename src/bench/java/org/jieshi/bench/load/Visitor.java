package org.jieshi.bench.load;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jieshi.bench.load.Timings.Use;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One person's browser: keeps cookies, compresses, asks what a page asks at once, hears what other people change and
 * loads the page anew for it as the pages do. Each wait goes into the {@link Timings}.
 */
final class Visitor {

  static final JsonMapper JSON = new JsonMapper();
  static final String PASSWORD = "long enough for a bench";

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  /** What is proved or printed of the whole register, for which a person waits as long as it takes. */
  private static final List<String> LONG = List.of("/api/audit/verify", "/api/ledger", "/api/coverage/report", "/api/export");
  private static final Duration LONG_PATIENCE = Duration.ofMinutes(5);
  private static final long RELOAD_NANOS = 1_500_000_000;
  private static final int REST = 4;

  final Random random;
  private final HttpClient http;
  private final URI program;
  private final Timings timings;
  private final long end;
  private final Map<String, String> cookies = new ConcurrentHashMap<>();
  private final BlockingQueue<JsonNode> changes = new LinkedBlockingQueue<>();
  private @Nullable Thread listening;
  /** Where the map changed since the page was loaded; null: anywhere. */
  private @Nullable List<JsonNode> areas;
  private Runnable page = () -> {};
  private Set<String> concerns = Set.of();
  private long rested;

  /** @param end by {@link System#nanoTime} */
  Visitor(HttpClient http, URI program, Timings timings, Random random, long end) {
    this.http = http;
    this.program = program;
    this.timings = timings;
    this.random = random;
    this.end = end;
  }

  /** An answer with its tag. */
  record Answer(int status, JsonNode body, String tag) {

    boolean done() {
      return status / 100 == 2;
    }
  }

  /** The day's work is over. */
  static final class Over extends RuntimeException {

    @Override
    public synchronized Throwable fillInStackTrace() {
      return this;
    }
  }

  void signIn(String username) {
    ask(Use.READ, "GET /api/session, before the sign-in", request("/api/session").build(), 401);
    change("POST /api/session", "/api/session", "{\"username\": \"%s\", \"password\": \"%s\"}".formatted(username, PASSWORD),
        null);
    get("/api/session");
  }

  /** @param path with {} for each value, which is encoded */
  JsonNode get(String path, Object... values) {
    return getVersioned(path, values).body();
  }

  Answer getVersioned(String path, Object... values) {
    return ask(Use.READ, "GET " + kind(path), request(filled(path, values)).build());
  }

  /** What a page asks at the same time. */
  List<JsonNode> together(String... paths) {
    List<CompletableFuture<Answer>> all = new ArrayList<>();
    for (String path : paths) {
      all.add(send(Use.READ, "GET " + kind(path).replaceAll("/[^/?]*\\d[^/?]*", "/{}"), request(path).build()));
    }
    return all.stream().map(each -> each.join().body()).toList();
  }

  /** Of what is no JSON. */
  String text(String path) {
    return http.sendAsync(request(path).build(), BodyHandlers.ofByteArray())
        .thenApply(answer -> new String(unpacked(answer), StandardCharsets.UTF_8)).join();
  }

  /** Of what is made anew for each who asks: workbooks, papers. */
  void document(String path, Object... values) {
    ask(Use.LONG, "GET " + kind(path), request(filled(path, values)).build());
  }

  /** A tile of the map. @return its tag, to be sent with the next question for it */
  CompletableFuture<String> tile(String layers, int zoom, int x, int y, @Nullable String known) {
    HttpRequest.Builder request = request("/tiles/%s/%d/%d/%d.mvt".formatted(layers, zoom, x, y));
    if (known != null && !known.isEmpty()) {
      request.header("If-None-Match", known);
    }
    return send(Use.READ, "GET /tiles/…/z%d%s".formatted(zoom, known == null ? "" : ", seen before"), request.build())
        .thenApply(Answer::tag);
  }

  Answer post(String path, String json, Object... values) {
    return change("POST " + kind(path), filled(path, values), json, null);
  }

  /** A step of a record as it was seen. */
  Answer step(String path, String tag, String json, Object... values) {
    return change("POST " + kind(path), filled(path, values), json, tag);
  }

  /** Of what takes long by its nature. */
  Answer begin(String path) {
    return ask(Use.LONG, "POST " + path, withToken(path).header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString("{}")).build());
  }

  private Answer change(String kind, String path, String json, @Nullable String tag) {
    HttpRequest.Builder request = withToken(path).header("Content-Type", "application/json");
    if (tag != null) {
      request.header("If-Match", tag);
    }
    return ask(Use.WRITE, kind, request.POST(BodyPublishers.ofString(json)).build(), tag == null ? 0 : 412);
  }

  /** A form with a file. */
  Answer upload(String path, Map<String, String> fields, String fileName, byte[] file, Object... values) {
    String boundary = "----jieshi" + Long.toHexString(random.nextLong());
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    fields.forEach((name, value) -> body.writeBytes(
        "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(boundary, name, value)
            .getBytes(StandardCharsets.UTF_8)));
    body.writeBytes("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n"
        .formatted(boundary, fileName).getBytes(StandardCharsets.UTF_8));
    body.writeBytes(file);
    body.writeBytes("\r\n--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.UTF_8));
    BodyPublisher bytes = BodyPublishers.ofByteArray(body.toByteArray());
    return ask(Use.WRITE, "POST " + kind(path), withToken(filled(path, values))
        .header("Content-Type", "multipart/form-data; boundary=" + boundary).POST(bytes).build());
  }

  /** How long something took that was begun by one request and seen by others. */
  void waited(String what, double milliseconds) {
    timings.add(Use.LONG, what, milliseconds);
  }

  /**
   * Goes to a page: it is loaded now, and again whenever somebody changes a record of these kinds, no more often than the
   * pages do. Kinds none: whatever is changed.
   */
  void open(Runnable page, String... kinds) {
    this.page = page;
    concerns = Set.of(kinds);
    changes.clear();
    areas = null;
    load();
  }

  /** Where the map changed for which the page is loaded anew; null: anywhere. */
  @Nullable List<JsonNode> areas() {
    return areas;
  }

  /** As {@code live.js} has it: a page rests after a load, the longer the longer that took. */
  private void load() {
    long begun = System.nanoTime();
    page.run();
    long now = System.nanoTime();
    rested = Math.max(begun + RELOAD_NANOS, now + REST * (now - begun));
  }

  /** A person reads, thinks, types. @throws Over at the end of the day */
  void think(double from, double to) {
    long until = Math.min(end, System.nanoTime() + (long) ((from + random.nextDouble() * (to - from)) * 1e9));
    try {
      while (System.nanoTime() < until) {
        JsonNode changed = changes.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
        if (changed == null || !concerned(changed)) {
          continue;
        }
        TimeUnit.NANOSECONDS.sleep(Math.max(0, Math.min(until, rested) - System.nanoTime()));
        areas = new ArrayList<>();
        note(changed);
        for (JsonNode more = changes.poll(); more != null; more = changes.poll()) {
          note(more);
        }
        load();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Over();
    }
    if (System.nanoTime() >= end) {
      throw new Over();
    }
  }

  private void note(JsonNode changed) {
    if (!changed.path("areas").isArray()) {
      areas = null;
    } else if (areas != null) {
      changed.get("areas").forEach(areas::add);
    }
  }

  private boolean concerned(JsonNode changed) {
    if (!changed.has("records")) {
      return concerns.contains(MapReader.FAR);
    }
    return concerns.isEmpty() || changed.get("many").asBoolean()
        || changed.get("records").valueStream().anyMatch(record -> concerns.contains(record.get("kind").asString()));
  }

  /** What others change comes by a stream that stays open, and is opened again when the program ends it. */
  void listen() {
    listening = new Thread(() -> {
      while (System.nanoTime() < end) {
        HttpRequest stream = HttpRequest.newBuilder(program.resolve("/api/changes/live")).header("Cookie", cookieHeader())
            .build();
        try {
          HttpResponse<Stream<String>> answer = http.send(stream, BodyHandlers.ofLines());
          if (answer.statusCode() != 200) {
            timings.fault(answer.statusCode() + " /api/changes/live");
          }
          answer.body().filter(line -> line.startsWith("data:{")).forEach(line -> changes.add(JSON.readTree(line.substring(5))));
        } catch (IOException | UncheckedIOException broken) {
          if (System.nanoTime() < end) {
            timings.fault("live stream: " + broken);
          }
        } catch (InterruptedException home) {
          return;
        }
      }
    });
    listening.setDaemon(true);
    listening.start();
  }

  void goHome() {
    if (listening != null) {
      listening.interrupt();
    }
  }

  private Answer ask(Use use, String kind, HttpRequest request, int... expected) {
    return send(use, kind, request, expected).join();
  }

  private CompletableFuture<Answer> send(Use use, String kind, HttpRequest request, int... expected) {
    long start = System.nanoTime();
    return http.sendAsync(request, BodyHandlers.ofByteArray()).handle((answer, failure) -> {
      double milliseconds = (System.nanoTime() - start) / 1e6;
      if (failure != null) {
        timings.fault(kind + ": " + failure);
        return new Answer(0, JSON.createObjectNode(), "");
      }
      timings.add(use, kind, milliseconds);
      answer.headers().allValues("Set-Cookie").forEach(this::keep);
      int status = answer.statusCode();
      byte[] body = unpacked(answer);
      boolean wanted = false;
      for (int each : expected) {
        wanted |= status == each;
      }
      if (status >= 400 && !wanted) {
        timings.fault("%s: %d %s".formatted(kind, status, new String(body, StandardCharsets.UTF_8)));
      } else if (status == 412) {
        timings.refusal(kind + ": somebody else was first");
      }
      boolean json = answer.headers().firstValue("Content-Type").orElse("").contains("json");
      return new Answer(status, json ? JSON.readTree(body) : JSON.createObjectNode(),
          answer.headers().firstValue("ETag").orElse(""));
    });
  }

  private static byte[] unpacked(HttpResponse<byte[]> answer) {
    if (!answer.headers().firstValue("Content-Encoding").orElse("").equals("gzip")) {
      return answer.body();
    }
    try (GZIPInputStream packed = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
      return packed.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void keep(String cookie) {
    String[] pair = cookie.split(";", 2)[0].split("=", 2);
    cookies.put(pair[0], pair[1]);
  }

  private String cookieHeader() {
    return cookies.entrySet().stream().map(each -> each.getKey() + "=" + each.getValue()).collect(Collectors.joining("; "));
  }

  private HttpRequest.Builder withToken(String path) {
    return request(path).header("X-XSRF-TOKEN", cookies.getOrDefault("XSRF-TOKEN", ""));
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(program.resolve(path)).timeout(LONG.stream().anyMatch(path::startsWith)
        ? LONG_PATIENCE : PATIENCE)
        .header("Accept-Encoding", "gzip");
    return cookies.isEmpty() ? request : request.header("Cookie", cookieHeader());
  }

  private static String filled(String path, Object... values) {
    String filled = path;
    for (Object value : values) {
      filled = filled.replaceFirst("\\{}", URLEncoder.encode(String.valueOf(value), StandardCharsets.UTF_8)
          .replace("+", "%20"));
    }
    return filled;
  }

  private static String kind(String path) {
    return path.replaceFirst("\\?.*", "");
  }
}
