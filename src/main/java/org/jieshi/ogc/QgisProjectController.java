package org.jieshi.ogc;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jieshi.identity.Districts;
import org.jieshi.shared.ProblemException;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /ogc/project.qgs}: a project that QGIS opens, pointing back here or at the database's views. */
@RestController
class QgisProjectController {

  /** As QGIS names its authentication configurations. */
  private static final Pattern SIGN = Pattern.compile("[0-9a-zA-Z]{7}");
  /** What docs/open.md tells to call them. */
  private static final String SERVICE = "jieshi";
  private static final String USUAL_SIGN = "jieshi1";

  private final FeatureQuery query;
  private final Districts districts;
  private final JdbcClient jdbc;

  QgisProjectController(FeatureQuery query, Districts districts, JdbcClient jdbc) {
    this.query = query;
    this.districts = districts;
    this.jdbc = jdbc;
  }

  /** {@code source=ogc} (without it) or {@code postgis}; {@code authcfg} as {@link QgisProject#live} takes it. */
  @GetMapping("/ogc/project.qgs")
  ResponseEntity<byte[]> project(HttpServletRequest http) {
    OgcRequest request = OgcRequest.of(http, "source", "authcfg");
    QgisProject project =
        new QgisProject(request.language(), query.extent(Layer.PARCELS, districts.limit()).degrees());
    boolean views = switch (request.given("source").orElse("ogc")) {
      case "ogc" -> false;
      case "postgis" -> true;
      default -> throw OgcRequest.refused("source is ogc or postgis.", "参数 source 可为 ogc 或 postgis。", "source");
    };
    if (views && !hasViews()) {
      throw ProblemException.notFound("PostGIS views: this register's database is without PostGIS, ask for source",
          "PostGIS 视图：本登记簿的数据库未安装 PostGIS，请使用数据源", "ogc");
    }
    String written = views ? project.ofViews(SERVICE) : project.live(request.address(), sign(request));
    return ResponseEntity.ok().cacheControl(CacheControl.noCache().cachePrivate())
        .contentType(new MediaType("application", "x-qgis-project", StandardCharsets.UTF_8))
        .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename("jieshi.qgs").build().toString())
        .body(written.getBytes(StandardCharsets.UTF_8));
  }

  boolean hasViews() {
    return jdbc.sql("select to_regclass('gis_parcel') is not null").query(Boolean.class).single();
  }

  private static String sign(OgcRequest request) {
    String sign = request.given("authcfg").orElse(USUAL_SIGN);
    if (!SIGN.matcher(sign).matches()) {
      throw OgcRequest.refused("authcfg is the id of an authentication configuration of QGIS: seven letters and digits.",
          "参数 authcfg 为 QGIS 认证配置的标识（7 位字母数字）。", "authcfg");
    }
    return sign;
  }
}
