package org.jieshi.registration;

import java.awt.Color;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.parcels.UnitVersion;
import org.jieshi.print.Booklet;
import org.jieshi.print.Booklet.Column;
import org.jieshi.print.Sheet;
import org.jieshi.registration.notice.Notice;
import org.jieshi.registration.notice.Notices;
import org.jieshi.shared.AreaUnits;
import org.jieshi.shared.ProblemException;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The notices of one day as they hang on the boards: list, map, and the wording of each as it was frozen. */
@Service
class NoticeSheets {

  private static final float MAP = 150;
  private static final int MOST_TEXTS = 60;
  /** Parcels on one sheet; their numbers are small from here on. */
  private static final int MANY = 12;

  private final Notices notices;
  private final SpatialUnits units;
  private final String office;
  private final @Nullable String mark;

  NoticeSheets(Notices notices, SpatialUnits units, @Value("${jieshi.farm.county-name}") String county,
      Environment environment) {
    this.notices = notices;
    this.units = units;
    this.office = county + "土地管理部门";
    this.mark = environment.acceptsProfiles(Profiles.of("demo")) ? Printed.SYNTHETIC : null;
  }

  /** @throws ProblemException {@code NOT_FOUND} if none was published that day */
  @Transactional(readOnly = true)
  byte[] print(LocalDate publishedOn) {
    List<Notice> published = notices.publishedOn(publishedOn);
    if (published.isEmpty()) {
      throw ProblemException.notFound("notice of", "公示", publishedOn);
    }
    List<UnitVersion> land = published.stream().map(each -> units.getVersion(each.unitId(), each.parcelVersion())).toList();
    return Booklet.print("土地权属公示 " + publishedOn, "土地权属公示　" + publishedOn, mark, booklet -> {
      booklet.title("土地权属调查结果公示");
      booklet.subtitle("%s　%s 公示，共 %d 宗".formatted(office, publishedOn, published.size()));
      booklet.table(List.of(Column.text("序号", 0.07f), Column.text("公示号", 0.15f), Column.text("宗地代码", 0.24f),
          Column.text("权利人", 0.2f), Column.figures("面积 hm²", 0.12f), Column.text("异议截止", 0.14f),
          Column.text("状态", 0.08f)), rows(published, land));
      booklet.together(MAP + 15);
      booklet.heading("位置示意图");
      booklet.drawing(MAP, (sheet, x, y, width, height) -> map(sheet, x, y, width, height, land));
      booklet.text("对公示内容有异议者，请于异议截止日（含当日）前在公示网页或向本部门书面提出，写明姓名、联系方式、理由和证据；异议出具回执和查询码。");
      booklet.signature(office);
      booklet.heading("公示文本");
      for (Notice notice : published.subList(0, Math.min(MOST_TEXTS, published.size()))) {
        booklet.text(notice.text().zh());
        booklet.text("界线指纹 SHA-256 " + notice.boundaryHash());
      }
      if (published.size() > MOST_TEXTS) {
        booklet.text("其余 %d 宗的公示文本见公示网页。".formatted(published.size() - MOST_TEXTS));
      }
    });
  }

  private static List<List<String>> rows(List<Notice> published, List<UnitVersion> land) {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < published.size(); i++) {
      Notice notice = published.get(i);
      rows.add(List.of(String.valueOf(i + 1), notice.number(), notice.parcel(), notice.holder(),
          AreaUnits.hectares(land.get(i).planeArea()).toPlainString(), notice.deadline().toString(),
          notice.stands() ? "有效" : "已失效"));
    }
    return rows;
  }

  /** All parcels at one scale, north up, numbered as in the list. */
  private static void map(Sheet sheet, float x, float y, float width, float height, List<UnitVersion> land)
      throws IOException {
    int srid = land.get(0).srid();
    List<Geometry> shapes = land.stream().map(unit -> CoordinateSystems.inPlane(unit.boundary(), srid)).toList();
    Envelope all = new Envelope();
    shapes.forEach(shape -> all.expandToInclude(shape.getEnvelopeInternal()));
    double scale = Math.min((width - 10) / Math.max(1, all.getWidth()), (height - 10) / Math.max(1, all.getHeight()));
    double left = x + (width - all.getWidth() * scale) / 2;
    double top = y + (height - all.getHeight() * scale) / 2;
    sheet.stroke(Color.GRAY, 0.15f);
    sheet.rectangle(x, y, width, height);
    sheet.clip(x, y, width, height);
    for (int i = 0; i < shapes.size(); i++) {
      List<float[]> rings = new ArrayList<>();
      for (int part = 0; part < shapes.get(i).getNumGeometries(); part++) {
        Polygon polygon = (Polygon) shapes.get(i).getGeometryN(part);
        rings.add(ring(polygon.getExteriorRing(), all, scale, left, top));
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
          rings.add(ring(polygon.getInteriorRingN(hole), all, scale, left, top));
        }
      }
      sheet.stroke(new Color(0xA8, 0x28, 0x1E), 0.2f);
      sheet.rings(rings, new Color(0xF6, 0xEE, 0xDC));
    }
    for (int i = 0; i < shapes.size(); i++) {
      Coordinate at = shapes.get(i).getInteriorPoint().getCoordinate();
      sheet.centred((float) (left + (at.x - all.getMinX()) * scale), (float) (top + (all.getMaxY() - at.y) * scale) + 1,
          shapes.size() > MANY ? 6.5f : 10, String.valueOf(i + 1));
    }
    sheet.unclip();
    sheet.text(x + 2, y + 5, 8, "北 N");
  }

  private static float[] ring(LinearRing ring, Envelope all, double scale, double left, double top) {
    Coordinate[] points = ring.getCoordinates();
    float[] drawn = new float[2 * points.length];
    for (int i = 0; i < points.length; i++) {
      drawn[2 * i] = (float) (left + (points[i].x - all.getMinX()) * scale);
      drawn[2 * i + 1] = (float) (top + (all.getMaxY() - points[i].y) * scale);
    }
    return drawn;
  }
}
