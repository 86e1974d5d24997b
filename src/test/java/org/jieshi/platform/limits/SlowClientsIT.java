package org.jieshi.platform.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jieshi.JieshiApplication;
import org.jieshi.store.DatabaseKind;
import org.jieshi.store.TestDatabase;
import org.jieshi.store.TestDatabases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Clients that are slow or send what nobody can want: other people are served meanwhile, and the client is told why not. */
class SlowClientsIT {

  private static final String ADMIN = "Basic "
      + Base64.getEncoder().encodeToString("admin:long enough".getBytes(StandardCharsets.US_ASCII));
  private static final int CONNECTIONS = 500;
  private static final int MEGABYTE = 1 << 20;

  private static TestDatabase database;
  private static ConfigurableApplicationContext program;
  private static int port;

  private final HttpClient people = HttpClient.newHttpClient();
  private final List<Socket> slow = new ArrayList<>();

  /** Patience is 20 s for users and 1 s here, so that the test need not last as long. */
  @BeforeAll
  static void start() {
    database = TestDatabases.fresh(DatabaseKind.EMBEDDED);
    program = new SpringApplicationBuilder(JieshiApplication.class).run("--server.port=0", "--jieshi.db.url=" + database.url(),
        "--jieshi.db.user=" + database.user(), "--jieshi.db.password=" + database.password(), "--jieshi.db.connections=4",
        "--jieshi.reminders.enabled=false", "--jieshi.audit.daily=false", "--jieshi.passwords.cost=4",
        "--jieshi.passwords.shortest=10", "--jieshi.admin-password=long enough", "--jieshi.bodies.patience=1s");
    port = Integer.parseInt(program.getEnvironment().getRequiredProperty("local.server.port"));
  }

  @AfterAll
  static void end() {
    program.close();
    TestDatabases.drop(database);
  }

  @Test
  void peopleAreServedWhileFiveHundredConnectionsAreHeldOpen() throws Exception {
    get("/api/users"); // the first sign-in hashes the password
    try {
      for (int i = 0; i < CONNECTIONS; i++) {
        slow.add(open(i % 2 == 0 ? "GET /api/parcels HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: " : userOf(1_000)));
      }
      long longest = 0;
      for (int round = 0; round < 20; round++) {
        for (Socket each : slow) {
          trickle(each);
        }
        long start = System.nanoTime();
        assertThat(get("/api/users").statusCode()).isEqualTo(200);
        longest = Math.max(longest, System.nanoTime() - start);
      }
      assertThat(Duration.ofNanos(longest)).isLessThan(Duration.ofSeconds(2));
    } finally {
      for (Socket each : slow) {
        each.close();
      }
    }
    assertThat(get("/api/users").body()).as("half a user").doesNotContain("slow");
  }

  @Test
  void aBodyThatComesAByteAtATimeIsRefusedAndTold() throws Exception {
    for (String request : List.of(userOf(1_000), userOf(1_000).replace("Authorization: " + ADMIN + "\r\n", ""),
        userOf(1_000).replace("application/json", "multipart/form-data; boundary=x").replace("/api/users", "/api/imports"))) {
      try (Socket socket = open(request)) {
        long start = System.nanoTime();
        String answer = answerTo(socket);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
        assertThat(answer).contains(request.contains("Authorization") ? "\"code\":\"TOO_SLOW\"" : "\"code\":\"FORBIDDEN\"");
      }
    }
  }

  @Test
  void jsonThatNobodyCanWantIsRefusedWithoutBeingKept() throws Exception {
    String deep = "{\"username\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";
    assertThat(post(BodyPublishers.ofString(deep))).contains("400", "\"code\":\"BAD_REQUEST\"");

    StringBuilder keys = new StringBuilder("{\"k\":1");
    for (int i = 0; i < 1_000_000; i++) {
      keys.append(",\"k").append(i).append("\":1");
    }
    assertThat(post(BodyPublishers.ofString(keys.append('}').toString()))).contains("413", "\"code\":\"TOO_LARGE\"");
    assertThat(post(BodyPublishers.ofString(keys.substring(0, 7 * MEGABYTE).replaceFirst(",[^,]*$", "}"))))
        .contains("422", "\"code\":\"INVALID_FIELD\"");

    byte[] piece = " ".repeat(MEGABYTE).getBytes(StandardCharsets.US_ASCII);
    assertThat(raw("Content-Length: " + 100 * MEGABYTE, piece, 0)).contains(" 413 ", "\"code\":\"TOO_LARGE\"");
    assertThat(raw("Transfer-Encoding: chunked", ("100000\r\n" + new String(piece, StandardCharsets.US_ASCII) + "\r\n")
        .getBytes(StandardCharsets.US_ASCII), 100)).contains(" 413 ", "\"code\":\"TOO_LARGE\"");
  }

  private static String userOf(int length) {
    return "POST /api/users HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: " + ADMIN
        + "\r\nContent-Type: application/json\r\nContent-Length: " + length + "\r\n\r\n{\"username\": \"slow";
  }

  private static Socket open(String begin) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    socket.getOutputStream().write(begin.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  /** @return false once the server has closed */
  private static boolean trickle(Socket socket) {
    try {
      socket.getOutputStream().write('x');
      return true;
    } catch (IOException closed) {
      return false;
    }
  }

  private static String answerTo(Socket socket) throws IOException {
    socket.setSoTimeout(50);
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    InputStream in = socket.getInputStream();
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (System.nanoTime() < end) {
      trickle(socket);
      try {
        int next = in.read();
        if (next < 0) {
          break;
        }
        answer.write(next);
        answer.write(in.readNBytes(in.available()));
      } catch (SocketTimeoutException notYet) {
        continue;
      } catch (IOException reset) {
        break;
      }
    }
    return answer.toString(StandardCharsets.UTF_8);
  }

  private HttpResponse<String> get(String path) throws Exception {
    return people.send(request(path).GET().build(), BodyHandlers.ofString());
  }

  private String post(HttpRequest.BodyPublisher body) throws Exception {
    HttpResponse<String> answer = people.send(request("/api/users").header("Content-Type", "application/json").POST(body)
        .build(), BodyHandlers.ofString());
    return answer.statusCode() + " " + answer.body();
  }

  /** As a client sends it that does not listen before it is done or thrown out. */
  private static String raw(String length, byte[] piece, int pieces) throws IOException {
    try (Socket socket = open("POST /api/users HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: " + ADMIN
        + "\r\nContent-Type: application/json\r\n" + length + "\r\n\r\n")) {
      for (int i = 0; i < pieces && socket.getInputStream().available() == 0; i++) {
        try {
          socket.getOutputStream().write(piece);
        } catch (IOException thrownOut) {
          break;
        }
      }
      socket.setSoTimeout(10_000);
      byte[] answer = new byte[4_096];
      int read = socket.getInputStream().read(answer);
      return new String(answer, 0, Math.max(read, 0), StandardCharsets.UTF_8);
    }
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).timeout(Duration.ofSeconds(20))
        .header("Authorization", ADMIN);
  }
}
