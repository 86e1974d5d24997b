package org.jieshi.bench;

import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jieshi.JieshiApplication;
import org.jieshi.coverage.CertificateOffice;
import org.jieshi.identity.Role;
import org.jieshi.identity.Users;
import org.jieshi.parcels.ChangeReason;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.parcels.UnitDraft;
import org.jieshi.parcels.UnitFacts;
import org.jieshi.parcels.UnitKind;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole program on its own embedded PostgreSQL, asked over HTTP. */
final class BenchProgram implements AutoCloseable {

  /** Of the administrator, the only person there is. */
  static final String PASSWORD = "bench-administrator";

  private static final double SURVEYED = 0.05;
  private static final int AT_ONCE = 5_000;

  private final ConfigurableApplicationContext context;

  private BenchProgram(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /** @param data a directory that is taken as it is: what is on the register there stays there */
  static BenchProgram start(Path data, String... settings) {
    return new BenchProgram(SpringApplication.run(JieshiApplication.class, Stream.concat(Stream.of("--server.port=0",
        "--jieshi.data=" + data, "--jieshi.admin-password=" + PASSWORD, "--logging.level.root=WARN"),
        Stream.of(settings)).toArray(String[]::new)));
  }

  /** Parcels and claims go on the register as from a survey, with all their conflicts. */
  void load(Layers layers) {
    SpatialUnits units = context.getBean(SpatialUnits.class);
    GeometryFactory factory = new GeometryFactory(new PrecisionModel(), BenchLand.SRID);
    long start = System.nanoTime();
    addAll(units, UnitKind.PARCEL, layers.parcels().size(),
        i -> draft(code(i), layers.parcels().get(i).toGeometry(factory), "农场" + i));
    addAll(units, UnitKind.CLAIM, layers.claims().size(),
        i -> draft("C" + i, layers.claims().get(i).toGeometry(factory), "村" + i));
    System.out.printf(Locale.ROOT, "On the register with all their conflicts after %.0f s%n",
        (System.nanoTime() - start) / 1e9);
  }

  /** Of what the {@link BenchLand} has none: older documents over every hundredth parcel, certificates where nothing overlaps. */
  void addDocumentsAndCertificates(Layers layers) {
    SpatialUnits units = context.getBean(SpatialUnits.class);
    GeometryFactory factory = new GeometryFactory(new PrecisionModel(), BenchLand.SRID);
    addAll(units, UnitKind.EVIDENCE, layers.parcels().size() / 100,
        i -> draft("E" + i, layers.parcels().get(100 * i).toGeometry(factory), "林场" + i));
    context.getBean(Users.class).add("surveyor", "测绘员", Role.SURVEYOR, null, PASSWORD);
    CertificateOffice office = context.getAutowireCapableBeanFactory().createBean(CertificateOffice.class);
    context.getBean(JdbcClient.class).sql("""
        select code from spatial_unit u where kind = 'PARCEL'
           and not exists (select 1 from conflict c where u.id in (c.left_unit, c.right_unit)) order by id limit :most
        """).param("most", layers.parcels().size() / 200).query(String.class).list().forEach(office::certify);
  }

  /** The figures of coverage are counted after a great import, a part at a time: an office does not import all day. */
  void awaitBackgroundWork() throws InterruptedException {
    JdbcClient jdbc = context.getBean(JdbcClient.class);
    long start = System.nanoTime();
    while (jdbc.sql("select exists (select 1 from job where status in ('QUEUED', 'RUNNING'))").query(Boolean.class)
        .single()) {
      Thread.sleep(500);
    }
    System.out.printf(Locale.ROOT, "Coverage counted after %.0f s more%n", (System.nanoTime() - start) / 1e9);
  }

  private static void addAll(SpatialUnits units, UnitKind kind, int many, IntFunction<UnitDraft> drafts) {
    for (int from = 0; from < many; from += AT_ONCE) {
      int to = Math.min(many, from + AT_ONCE);
      units.add(kind, IntStream.range(from, to).mapToObj(drafts).toList(), new ChangeReason("BENCH", null));
      System.out.printf("  %s %d of %d%n", kind, to, many);
    }
  }

  private static UnitDraft draft(String code, Geometry boundary, String party) {
    return new UnitDraft(code, boundary, BenchLand.SRID, null, SURVEYED, UnitFacts.NONE.withParty(party, null, null),
        null, null);
  }

  /** @param parcel its number in the {@link BenchLand} */
  static String code(int parcel) {
    return String.format(Locale.ROOT, "450721%03d%03dGN%05d", parcel / 1000 % 1000, parcel / 1_000_000,
        parcel % 1000 + 1);
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /** What the register holds of a layer of OGC API Features. */
  InteropBench.Figures figures(String layer) {
    String sql = switch (layer) {
      case "conflicts" -> "select count(*), count(distinct id), sum(area) from conflict where status <> 'GONE'";
      case "certificates" -> "select count(*), count(distinct number), sum(area) from certificate where status = 'LIVE'";
      default -> "select count(*), count(distinct u.code), sum(v.plane_area) from spatial_unit u join spatial_unit_version v "
          + "on v.unit_id = u.id and v.current where u.kind = '" + switch (layer) {
            case "parcels" -> "PARCEL";
            case "claims" -> "CLAIM";
            default -> "EVIDENCE";
          } + "'";
    };
    return context.getBean(JdbcClient.class).sql(sql).query((row, n) ->
        new InteropBench.Figures(row.getLong(1), row.getLong(2), row.getDouble(3))).single();
  }

  URI address(String path) {
    return URI.create("http://127.0.0.1:%s%s".formatted(
        context.getEnvironment().getRequiredProperty("local.server.port"), path));
  }

  /** As a browser: a password is checked once, not with every request. */
  Browser signIn() throws Exception {
    CookieManager cookies = new CookieManager();
    HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
    HttpRequest session = HttpRequest.newBuilder(address("/api/session")).build();
    client.send(session, BodyHandlers.ofString());
    HttpResponse<String> answer = client.send(HttpRequest.newBuilder(session.uri()).header("X-XSRF-TOKEN", token(cookies))
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString("{\"username\": \"admin\", \"password\": \"%s\"}".formatted(PASSWORD))).build(),
        BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
    client.send(session, BodyHandlers.ofString());
    return new Browser(client, token(cookies), cookies.getCookieStore().getCookies().stream()
        .map(cookie -> cookie.getName() + "=" + cookie.getValue()).collect(Collectors.joining("; ")));
  }

  private static String token(CookieManager cookies) {
    return cookies.getCookieStore().getCookies().stream().filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
        .map(HttpCookie::getValue).findFirst().orElse("");
  }

  @Override
  public void close() {
    context.close();
  }

  /**
   * @param token against forged requests, to be sent with every change
   * @param cookies as a request names them
   */
  record Browser(HttpClient client, String token, String cookies) {}
}
