package org.jieshi.ingest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.regex.Pattern;
import org.jieshi.geometry.Accuracy;
import org.jieshi.geometry.Areas;
import org.jieshi.geometry.GeometryChecks;
import org.jieshi.geometry.GeometryFinding;
import org.jieshi.geometry.Tolerances;
import org.jieshi.ingest.source.Finding;
import org.jieshi.ingest.source.Severity;
import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** The rules that need nothing but the record: F5 and G1–G7, A1, the form of L1, L2. */
final class RecordChecks {

  /** GB/T 37346, domain.md §2. */
  private static final Pattern PARCEL_CODE =
      Pattern.compile("\\d{12}(JA|JC|G[HG]|[GJ][BSXDEFLN]|[GJZ][WY])(?!00000)\\d{5}");
  private static final Pattern OLDER_PARCEL_CODE = Pattern.compile("\\d{12}[A-Z]{2}(?!00000)\\d{5}");

  private final Layer layer;
  private final Rules rules;
  private final Tolerances tolerances;
  private final BigDecimal areaShare;

  RecordChecks(Layer layer, Rules rules) {
    this.layer = layer;
    this.rules = rules;
    this.tolerances = rules.ofShapes();
    this.areaShare = BigDecimal.valueOf(rules.areaShare());
  }

  void check(int record, @Nullable String code, @Nullable Geometry boundary, StagedFields fields,
      List<Finding> findings) {
    checkCode(record, code, findings);
    checkParty(record, fields, findings);
    if (boundary != null) {
      checkBoundary(record, boundary, fields, findings);
    }
  }

  /** The rules about the boundary alone: G1–G7 and A1. */
  void checkBoundary(int record, Geometry boundary, StagedFields fields, List<Finding> findings) {
    boolean usable = checkShape(record, boundary, fields, findings);
    if (usable && fields.declaredArea() != null) {
      checkArea(record, boundary, fields.declaredArea(), fields.accuracy(), findings);
    }
  }

  /** @return whether nothing speaks against computing with the shape */
  private boolean checkShape(int record, Geometry boundary, StagedFields fields, List<Finding> findings) {
    double own = fields.accuracy() == null ? 0 : fields.accuracy();
    boolean usable = true;
    for (GeometryFinding found : GeometryChecks.check(
        boundary, Accuracy.allowedMismatch(own, own), tolerances)) {
      usable &= found.severity() != GeometryFinding.Severity.BLOCK;
      findings.add(Finding.ofRecord(found.rule(), Severity.valueOf(found.severity().name()), record,
          ofRecord(record, found.message(), found.messageZh())).at(found.at()));
    }
    return usable;
  }

  static Bilingual ofRecord(int record, String en, String zh) {
    return new Bilingual("Record %s: %s".formatted(record, en), "第 %s 条记录：%s".formatted(record, zh));
  }

  private void checkCode(int record, @Nullable String code, List<Finding> findings) {
    if (layer != Layer.PARCELS) {
      if (code == null && layer.administrativeKind() != null) {
        add(findings, "L1", Severity.BLOCK, record, "Record %s has no code; fill the code of the unit.",
            "第 %s 条记录没有代码，请填写该单元的代码。", record);
      }
      return;
    }
    if (code == null) {
      add(findings, "L1", Severity.BLOCK, record, "Record %s has no parcel code; fill ZDDM.",
          "第 %s 条记录没有宗地代码，请填写 ZDDM。", record);
    } else if (PARCEL_CODE.matcher(code).matches()) {
      return;
    } else if (!OLDER_PARCEL_CODE.matcher(code).matches()) {
      add(findings, "L1", Severity.BLOCK, record,
          "Record %s has the parcel code %s, which isn't of 12 digits, 2 letters and 5 digits; correct it.",
          "第 %s 条记录的宗地代码 %s 不是“12 位数字 + 2 位字母 + 5 位数字”，请更正。", record, code);
    } else {
      add(findings, "L1", Severity.WARN, record,
          "Record %s has the parcel code %s with feature letters that GB/T 37346 doesn't know; check them.",
          "第 %s 条记录的宗地代码 %s 的宗地特征码不在 GB/T 37346 之内，请核对。", record, code);
    }
  }

  private void checkParty(int record, StagedFields fields, List<Finding> findings) {
    if (layer == Layer.CLAIMS && fields.party() == null) {
      add(findings, "L2", Severity.BLOCK, record,
          "Record %s names no claimant; fill CLAIMANT, or give claimant with the upload.",
          "第 %s 条记录没有主张人，请填写 CLAIMANT，或在上传时填写 claimant。", record);
    }
    if (layer == Layer.CLAIMS && fields.basis() == null) {
      add(findings, "L2", Severity.WARN, record,
          "Record %s doesn't say what the claim rests on (document, historical use, occupation).",
          "第 %s 条记录未说明主张的依据（证件、历史使用、占用）。", record);
    }
    if (layer == Layer.EVIDENCE && fields.basis() == null) {
      add(findings, "L2", Severity.BLOCK, record,
          "Record %s doesn't say which document it is; fill BASIS, or give basis with the upload.",
          "第 %s 条记录未说明是哪种证件，请填写 BASIS，或在上传时填写 basis。", record);
    }
    if (layer.administrativeKind() != null && fields.name() == null) {
      add(findings, "L2", Severity.BLOCK, record, "Record %s has no name; fill NAME.",
          "第 %s 条记录没有名称，请填写 NAME。", record);
    }
  }

  /**
   * Rule A1: declared against computed plane area. What a surveyor declares has to be the parcel's; what a claimant or an
   * old document declares is only compared. Below the last digit that was declared nothing differs.
   */
  private void checkArea(int record, Geometry boundary, BigDecimal declared, @Nullable Double accuracy,
      List<Finding> findings) {
    BigDecimal computed = Areas.planeArea(boundary);
    BigDecimal difference = declared.subtract(computed).abs();
    boolean blocks = difference.compareTo(computed.multiply(areaShare)) > 0;
    double deviation = rules.areaDeviations() * Areas.standardDeviation(boundary, accuracy == null ? 0 : accuracy);
    boolean differs = difference.doubleValue() > Math.max(deviation, declared.ulp().doubleValue());
    if (blocks && layer == Layer.PARCELS) {
      add(findings, "A1", Severity.BLOCK, record,
          "Record %s declares %s m², but its boundary encloses %s m², more than %4$s %% apart; correct one of them.",
          "第 %s 条记录标称面积 %s 平方米，界线围成 %s 平方米，相差超过 %4$s%%，请更正其一。",
          record, round(declared), computed,
          areaShare.scaleByPowerOfTen(2).stripTrailingZeros().toPlainString());
    } else if (blocks || differs) {
      add(findings, "A1", Severity.WARN, record,
          "Record %s declares %s m², its boundary encloses %s m²; the survey's accuracy explains up to %s m².",
          "第 %s 条记录标称面积 %s 平方米，界线围成 %s 平方米；测量精度可解释的差为 %s 平方米。",
          record, round(declared), computed, round(BigDecimal.valueOf(deviation)));
    }
  }

  private static String round(BigDecimal area) {
    return area.setScale(2, RoundingMode.HALF_UP).toPlainString();
  }

  private static void add(
      List<Finding> findings, String rule, Severity severity, int record, String en, String zh, Object... arguments) {
    findings.add(Finding.ofRecord(rule, severity, record, new Bilingual(en, zh).formatted(arguments)));
  }
}
