package org.jieshi.registration.form;

import java.awt.Color;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jieshi.print.Booklet.Column;
import org.jieshi.print.Booklet.Field;
import org.jieshi.print.Booklet;
import org.jieshi.print.Sheet;
import org.jieshi.registration.investigation.Holder;
import org.jieshi.registration.investigation.Holding;
import org.jieshi.registration.investigation.InvestigationForm;
import org.jieshi.registration.investigation.LandUse;
import org.jieshi.registration.investigation.Neighbour;
import org.jieshi.registration.investigation.TitleFacts;
import org.jieshi.shared.AreaUnits;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Prints the form, the notice of default and the statement of reasons. */
public final class FormPrinter {

  private static final float SKETCH = 95;
  private static final int MOST_NUMBERS = 60;

  private FormPrinter() {
  }

  /** Names of land-use classes. */
  public interface Uses {
    @Nullable String name(LandUse use);
  }

  /** @param boundary in the plane system of the survey */
  public static byte[] form(FormView view, Geometry boundary, Uses uses, @Nullable String mark) {
    return Booklet.print("地籍调查表 " + view.parcel(), "地籍调查表　" + view.parcel(), mark, booklet -> {
      booklet.title("地 籍 调 查 表");
      booklet.subtitle("宗地代码 %s　申请 %s".formatted(view.parcel(), view.number()));
      booklet.fields(fields(view, uses));
      holders(booklet, view.form().allHolders());
      booklet.heading("界址标示表");
      booklet.table(List.of(Column.text("点号", 0.08f), Column.text("界标", 0.11f), Column.figures("边长 m", 0.11f),
          Column.text("界址线类别", 0.13f), Column.text("位置", 0.07f), Column.figures("X（北）m", 0.16f),
          Column.figures("Y（东）m", 0.17f), Column.text("说明／共用点", 0.17f)),
          view.boundaryTable().stream().map(point -> row(point, view.parcel())).toList());
      booklet.text("共 %d 点、%d 边，逐圈闭合；坐标系 %s。".formatted(view.boundaryTable().size(),
          view.boundaryTable().size(), view.system()));
      booklet.heading("界址签章表");
      booklet.table(List.of(Column.text("相邻方", 0.22f), Column.text("方位", 0.08f), Column.text("指界状态", 0.15f),
          Column.text("日期", 0.14f), Column.text("相邻指界人", 0.14f), Column.text("本宗指界人", 0.13f),
          Column.text("送达／异议截止", 0.14f)), view.neighbours().stream().map(FormPrinter::side).toList());
      booklet.together(SKETCH + 15);
      booklet.heading("宗地草图");
      booklet.drawing(SKETCH, (sheet, x, y, width, height) -> sketch(sheet, x, y, width, height, boundary, view));
      booklet.heading("调查记事");
      booklet.text(orDash(view.investigation().notes()));
      booklet.signature("调查员 %s　%s".formatted(orDash(first(view.form().investigatedBy(),
          view.surveyor())), day(view.form().investigatedOn(), view.investigation().surveyedOn())));
      booklet.heading("测量记事");
      booklet.text(orDash(view.form().surveyNotes()));
      booklet.signature("测量员 %s　%s".formatted(orDash(view.form().measuredBy()),
          day(view.form().measuredOn(), null)));
      booklet.heading("审核意见");
      FormView.Signed review = view.review();
      booklet.text(review == null ? "—" : review.text());
      booklet.signature("审核人 %s　%s".formatted(review == null ? "" : review.person(),
          review == null ? "　　年　月　日" : day(review.on(), null)));
    });
  }

  /** 违约缺席定界通知书. @param office who serves it */
  public static byte[] notice(FormView view, FormView.Side side, String office, @Nullable String mark) {
    Neighbour neighbour = side.neighbour();
    return Booklet.print("违约缺席定界通知书 " + view.parcel(), "违约缺席定界通知书　" + view.parcel(), mark, booklet -> {
      booklet.title("违约缺席定界通知书");
      booklet.subtitle("宗地 %s　%s".formatted(view.parcel(), orDash(view.title().location())));
      booklet.text(neighbour.name() + "：");
      booklet.text("　　经通知，%s对上述宗地与你方相邻的界线进行指界。因%s，依据地籍调查规程，现将界线按下述结果予以确定：%s。"
          .formatted(neighbour.on() == null ? "" : "于 " + neighbour.on() + " ",
              neighbour.note() == null ? "指界人未按时到场" : neighbour.note(), neighbour.ownSigner() == null
                  ? "依权源资料和实地界址，由调查员划定" : "以到场一方（" + neighbour.ownSigner() + "）所指界线并结合权源资料确定"));
      booklet.text("　　如有异议，须在本通知送达之次日起 %d 日内%s书面提出重新划界申请，并承担重新划界的费用；逾期不申请，界线即行生效。"
          .formatted(Neighbour.DAYS_TO_OBJECT, side.deadline() == null ? "" : "（至 " + side.deadline() + " 止，含当日）"));
      booklet.heading("界址");
      booklet.table(List.of(Column.text("点号", 0.2f), Column.figures("X（北）m", 0.3f), Column.figures("Y（东）m", 0.3f),
          Column.figures("边长 m", 0.2f)), view.boundaryTable().stream().map(point -> List.of(point.number(),
              point.north().toPlainString(), point.east().toPlainString(), point.row().distance().toPlainString()))
          .toList());
      booklet.signature(office);
      booklet.signature("送达：%s　%s　签收：____________".formatted(neighbour.servedOn() == null ? "____年__月__日"
          : neighbour.servedOn(), orDash(neighbour.servedHow())));
    });
  }

  /** 土地权属争议原由书. */
  public static byte[] reasons(FormView view, FormView.Side side, @Nullable String mark) {
    Neighbour neighbour = side.neighbour();
    return Booklet.print("土地权属争议原由书 " + view.parcel(), "土地权属争议原由书　" + view.parcel(), mark, booklet -> {
      booklet.title("土地权属争议原由书");
      booklet.fields(List.of(new Field("争议宗地", view.parcel()), new Field("坐落", view.title().location()),
          new Field("一方", view.title().holder()), new Field("另一方", neighbour.name()),
          new Field("方位", neighbour.side()), new Field("定界通知送达", day(neighbour.servedOn(), null)),
          new Field("异议日期", day(neighbour.on(), null)), new Field("异议理由", neighbour.ground()),
          new Field("争议原由", neighbour.reasons()), new Field("处理依据", neighbour.decidedBy())));
      booklet.signature("一方（签章）____________　　另一方（签章）____________");
      booklet.signature("调查员 %s　　　　年　月　日".formatted(view.surveyor()));
    });
  }

  private static List<Field> fields(FormView view, Uses uses) {
    TitleFacts title = view.title();
    InvestigationForm form = view.form();
    List<Field> fields = new ArrayList<>();
    fields.add(new Field("土地权利人", title.holder()));
    fields.add(new Field("代理人", form.agent()));
    fields.add(new Field("权利类型", title.rightKind() == null ? null : title.rightKind().title().zh()));
    fields.add(new Field("权利性质", title.rightNature() == null ? null : title.rightNature().title().zh()));
    fields.add(new Field("坐落", title.location()));
    fields.add(new Field("图幅号", form.mapSheet()));
    fields.add(new Field("四至", "东：%s　南：%s　西：%s　北：%s".formatted(orDash(form.east()), orDash(form.south()),
        orDash(form.west()), orDash(form.north()))));
    fields.add(new Field("批准用途", use(title.approvedUse(), uses)));
    fields.add(new Field("实际用途", use(title.actualUse(), uses)));
    fields.add(new Field("批准面积", form.approvedArea() == null ? null : form.approvedArea().toPlainString() + " m²"));
    fields.add(new Field("宗地面积", "%s m²（%s hm²，%s 亩）".formatted(view.area().toPlainString(),
        AreaUnits.hectares(view.area()).toPlainString(), AreaUnits.mu(view.area()).toPlainString())));
    fields.add(new Field("使用期限", title.termUntil() == null ? "无期限" : "至 " + title.termUntil()));
    fields.add(new Field("共有情况", holding(form)));
    fields.add(new Field("界线依据", basis(view)));
    fields.add(new Field("测量方法", (view.method() == InvestigationForm.Method.ANALYTIC ? "解析法" : "图解法")
        + (view.accuracy() == null ? "（精度不明）" : "，界址点中误差 %s m".formatted(view.accuracy()))));
    fields.add(new Field("草图", form.sketch()));
    return fields;
  }

  private static String holding(InvestigationForm form) {
    String kind = Holding.of(form).kind().title().zh();
    return form.sharedOwnership() == null || form.sharedOwnership().isBlank() ? kind : kind + "　" + form.sharedOwnership();
  }

  private static String basis(FormView view) {
    String kind = view.investigation().boundaryBasis().zh();
    return view.investigation().basisDocument() == null ? kind : kind + "　" + view.investigation().basisDocument();
  }

  private static void holders(Booklet booklet, List<Holder> holders) throws IOException {
    if (holders.isEmpty()) {
      return;
    }
    booklet.heading("权利人");
    booklet.table(List.of(Column.text("名称", 0.26f), Column.text("类型", 0.12f), Column.text("证件号", 0.24f),
        Column.text("法定代表人", 0.14f), Column.text("代理人", 0.12f), Column.text("份额", 0.12f)), holders.stream()
        .map(holder -> List.of(holder.name(), holder.type().title(), orDash(holder.identityNumber()),
            orDash(holder.representative()), orDash(holder.agent()),
            holder.share() == null ? "—" : holder.share() + "/" + holder.shareOf())).toList());
  }

  private static List<String> row(FormView.Point point, String parcel) {
    String shared = point.sharedWith().isEmpty() ? "" : "同 " + point.sharedWith().stream()
        .map(other -> other.parcel().substring(Math.max(0, other.parcel().length() - 7)) + other.number())
        .collect(Collectors.joining("、"));
    String note = point.row().note() == null ? "" : point.row().note() + (shared.isEmpty() ? "" : "\n");
    return List.of(point.number(), point.row().monument().title(), point.row().distance().toPlainString(),
        point.row().line().title(), point.row().position().title(), point.north().toPlainString(),
        point.east().toPlainString(), note + shared);
  }

  private static List<String> side(FormView.Side side) {
    Neighbour neighbour = side.neighbour();
    String served = neighbour.servedOn() == null ? "" : neighbour.servedOn()
        + (side.deadline() == null ? "" : "\n至 " + side.deadline());
    return List.of(neighbour.name(), orDash(neighbour.side()), side.standing().zh(), day(neighbour.on(), null),
        orDash(neighbour.signer()), orDash(neighbour.ownSigner()), served.isEmpty() ? "—" : served);
  }

  /** North up, points with their numbers, neighbours at their side. */
  private static void sketch(Sheet sheet, float x, float y, float width, float height, Geometry boundary, FormView view)
      throws IOException {
    sheet.stroke(Color.GRAY, 0.15f);
    sheet.rectangle(x, y, width, height);
    Envelope land = boundary.getEnvelopeInternal();
    double scale = Math.min((width - 24) / land.getWidth(), (height - 20) / land.getHeight());
    double left = x + (width - land.getWidth() * scale) / 2;
    double top = y + (height - land.getHeight() * scale) / 2;
    List<float[]> rings = new ArrayList<>();
    for (int i = 0; i < boundary.getNumGeometries(); i++) {
      Polygon polygon = (Polygon) boundary.getGeometryN(i);
      rings.add(ring(polygon.getExteriorRing(), land, scale, left, top));
      for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
        rings.add(ring(polygon.getInteriorRingN(hole), land, scale, left, top));
      }
    }
    sheet.stroke(new Color(0xA8, 0x28, 0x1E), 0.3f);
    sheet.rings(rings, new Color(0xF4, 0xF8, 0xF9));
    int every = Math.max(1, (view.boundaryTable().size() + MOST_NUMBERS - 1) / MOST_NUMBERS);
    for (int i = 0; i < view.boundaryTable().size(); i += every) {
      FormView.Point point = view.boundaryTable().get(i);
      float px = (float) (left + (point.east().doubleValue() - land.getMinX()) * scale);
      float py = (float) (top + (land.getMaxY() - point.north().doubleValue()) * scale);
      sheet.circle(px, py, 0.6f, Color.WHITE);
      sheet.text(px + 1, py - 0.8f, 6.5f, point.number());
    }
    sheet.text(x + 2, y + 5, 8, "北 N");
    for (FormView.Side side : view.neighbours()) {
      place(sheet, x, y, width, height, side.neighbour());
    }
  }

  private static void place(Sheet sheet, float x, float y, float width, float height, Neighbour neighbour)
      throws IOException {
    switch (neighbour.side() == null ? "" : neighbour.side()) {
      case "N", "北" -> sheet.centred(x + width / 2, y + 5, 8, neighbour.name());
      case "S", "南" -> sheet.centred(x + width / 2, y + height - 2.5f, 8, neighbour.name());
      case "E", "东" -> sheet.right(x + width - 2, y + height / 2, 8, neighbour.name());
      case "W", "西" -> sheet.text(x + 2, y + height / 2, 8, neighbour.name());
      default -> { }
    }
  }

  private static float[] ring(LinearRing ring, Envelope land, double scale, double left, double top) {
    Coordinate[] points = ring.getCoordinates();
    float[] drawn = new float[2 * points.length];
    for (int i = 0; i < points.length; i++) {
      drawn[2 * i] = (float) (left + (points[i].x - land.getMinX()) * scale);
      drawn[2 * i + 1] = (float) (top + (land.getMaxY() - points[i].y) * scale);
    }
    return drawn;
  }

  private static @Nullable String use(@Nullable LandUse use, Uses uses) {
    if (use == null) {
      return null;
    }
    String name = uses.name(use);
    return use.code() + (name == null ? "" : " " + name) + "（" + use.scheme() + "）";
  }

  private static String day(@Nullable LocalDate day, @Nullable LocalDate otherwise) {
    LocalDate shown = day != null ? day : otherwise;
    return shown == null ? "—" : shown.toString();
  }

  private static @Nullable String first(@Nullable String one, @Nullable String other) {
    return one != null && !one.isBlank() ? one : other;
  }

  private static String orDash(@Nullable String text) {
    return text == null || text.isBlank() ? "—" : text;
  }
}
