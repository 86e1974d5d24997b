package org.jieshi.ogc;

import static org.jieshi.ogc.HtmlPage.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;
import org.springframework.core.io.ClassPathResource;

/**
 * A project of QGIS 3.22 or newer: every collection as a layer in the map's own colours, either live over OGC API Features or
 * from the views of a database with PostGIS. No password is ever in the file: it names an entry of the reader's own QGIS or
 * {@code pg_service.conf}.
 */
final class QgisProject {

  /** From the top of the map down. */
  private static final List<Layer> ORDER =
      List.of(Layer.CONFLICTS, Layer.CLAIMS, Layer.CERTIFICATES, Layer.PARCELS, Layer.EVIDENCE);

  /** Fields that the views of the database name otherwise than the interface does. */
  private static final Map<String, String> FIELDS = Map.of("attr=\"overlap_class\"", "attr=\"overlapClass\"",
      "fieldName=\"party\"", "fieldName=\"claimant\"");

  private static final String DEGREES = """
      <spatialrefsys nativeFormat="Wkt"><srid>4490</srid><authid>EPSG:4490</authid>\
      <description>China Geodetic Coordinate System 2000</description><projectionacronym>longlat</projectionacronym>\
      <geographicflag>true</geographicflag></spatialrefsys>""";

  private final Language language;
  private final Envelope extent;

  /** @param extent what the map shows at first, CGCS2000 degrees */
  QgisProject(Language language, Envelope extent) {
    this.language = language;
    this.extent = extent;
  }

  /**
   * @param address of the interface
   * @param sign id of a way to sign in that QGIS keeps ("authentication configuration"), seven letters and digits
   */
  String live(String address, String sign) {
    return project("OAPIF", layer -> ("pagingEnabled='true' pageSize='1000' restrictToRequestBBOX='1' url='%s' typename='%s' "
        + "authcfg=%s").formatted(address, layer.id(), sign));
  }

  /** @param service an entry of the reader's {@code pg_service.conf}, which says where the database is and who asks */
  String ofViews(String service) {
    return project("postgres", layer -> ("service='%s' key='id' srid=4490 type=MultiPolygon "
        + "checkPrimaryKeyUnicity='0' table=\"public\".\"%s\" (geom)").formatted(service, layer.view()));
  }

  private interface Source {
    String of(Layer layer);
  }

  private String project(String provider, Source source) {
    StringBuilder tree = new StringBuilder();
    StringBuilder layers = new StringBuilder();
    for (Layer layer : ORDER) {
      String title = text(language.say(layer.title()));
      // certificates stand on parcels that are shown as certified already
      String checked = layer == Layer.CERTIFICATES ? "Qt::Unchecked" : "Qt::Checked";
      String data = text(source.of(layer));
      tree.append("""
              <layer-tree-layer id="%s" name="%s" providerKey="%s" source="%s" checked="%s" expanded="0"/>
          """.formatted(id(layer), title, provider, data, checked));
      layers.append("""
            <maplayer type="vector" geometry="Polygon" labelsEnabled="1" readOnly="1" hasScaleBasedVisibilityFlag="0">
              <id>%s</id>
              <datasource>%s</datasource>
              <layername>%s</layername>
              <srs>%s</srs>
              <provider encoding="UTF-8">%s</provider>
          %s
            </maplayer>
          """.formatted(id(layer), data, title, DEGREES, provider, style(layer, provider)));
    }
    return """
        <!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
        <qgis version="3.22.0" projectname="%s">
          <title>%1$s</title>
          <projectCrs>%s</projectCrs>
          <layer-tree-group>
        %s  </layer-tree-group>
          <mapcanvas name="theMapCanvas">
            <units>degrees</units>
            %s
            <rotation>0</rotation>
            <destinationsrs>%2$s</destinationsrs>
          </mapcanvas>
          <projectlayers>
        %s  </projectlayers>
        </qgis>
        """.formatted(language.say("Jieshi: the register of land titles", "界石：土地权籍"), DEGREES, tree, view(), layers);
  }

  /** QGIS gives a layer an id of its own, which the tree does not know, unless this one has more than ten letters. */
  private static String id(Layer layer) {
    return "jieshi_" + layer.id();
  }

  private String view() {
    if (extent.isNull()) {
      return "";
    }
    return "<extent><xmin>%s</xmin><ymin>%s</ymin><xmax>%s</xmax><ymax>%s</ymax></extent>".formatted(extent.getMinX(),
        extent.getMinY(), extent.getMaxX(), extent.getMaxY());
  }

  /** What is between the first and the last tag of the shipped style. */
  private static String style(Layer layer, String provider) {
    try {
      String file = new ClassPathResource("qgis/" + layer.singular() + ".qml").getContentAsString(StandardCharsets.UTF_8);
      String inner = file.substring(file.indexOf('>', file.indexOf("<qgis")) + 1, file.lastIndexOf("</qgis>")).strip();
      if (provider.equals("OAPIF") && (layer == Layer.CLAIMS || layer == Layer.CONFLICTS)) {
        for (Map.Entry<String, String> field : FIELDS.entrySet()) {
          inner = inner.replace(field.getKey(), field.getValue());
        }
      }
      return inner;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
