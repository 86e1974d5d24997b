package org.jieshi.ingest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jieshi.ingest.source.Decimals;
import org.jieshi.ingest.source.Finding;
import org.jieshi.ingest.source.Severity;
import org.jieshi.ingest.source.SurveyRecord;
import org.jieshi.parcels.UnitFacts;
import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;

/** Reads the mapped columns of a record, telling what it can't make sense of; the text itself is never lost. */
final class FieldReader {

  /** 亩 = m² × 3/2000. */
  private static final BigDecimal SQUARE_METRES_IN_3_MU = BigDecimal.valueOf(2000);
  /** A code of domain.md §2 with or without its name behind it: {@code 0201 果园}. */
  private static final Pattern LAND_USE = Pattern.compile("(\\d{2,4})\\D*");
  private static final Map<String, String> BASES = Map.ofEntries(
      Map.entry("DOCUMENT", "DOCUMENT"), Map.entry("有证", "DOCUMENT"), Map.entry("证件", "DOCUMENT"),
      Map.entry("HISTORICAL_USE", "HISTORICAL_USE"), Map.entry("历史使用", "HISTORICAL_USE"),
      Map.entry(UnitFacts.OCCUPATION, UnitFacts.OCCUPATION), Map.entry("占用", UnitFacts.OCCUPATION),
      Map.entry("侵占", UnitFacts.OCCUPATION),
      Map.entry(UnitFacts.FARM_1987_CERTIFICATE, UnitFacts.FARM_1987_CERTIFICATE),
      Map.entry("山界林权证", UnitFacts.FARM_1987_CERTIFICATE),
      Map.entry(UnitFacts.FOREST_CERTIFICATE, UnitFacts.FOREST_CERTIFICATE),
      Map.entry("林权证", UnitFacts.FOREST_CERTIFICATE));

  private final ColumnMapping mapping;
  private final Set<String> mapped;
  private final ImportRequest request;
  private final double addedInaccuracy;

  /** @param addedInaccuracy what brought the file into its system adds to the RMSE of every point, m */
  FieldReader(ColumnMapping mapping, ImportRequest request, double addedInaccuracy) {
    this.addedInaccuracy = addedInaccuracy;
    this.mapping = mapping;
    this.mapped = mapping.used();
    this.request = request;
  }

  /** The bases a claim or evidence may have. */
  static boolean isBasis(String text) {
    return BASES.containsKey(text);
  }

  @Nullable String code(SurveyRecord record) {
    return text(record, Field.CODE);
  }

  StagedFields read(SurveyRecord record, List<Finding> findings) {
    Reading reading = new Reading(record, findings);
    String landUse = text(record, Field.LAND_USE);
    String scheme = landUse == null ? null : reading.landUseScheme(landUse);
    String party = text(record, Field.PARTY);
    return new StagedFields(text(record, Field.NAME), text(record, Field.PARENT), text(record, Field.LOCATION),
        reading.area(), reading.accuracy(), scheme, scheme == null ? null : landUseCode(landUse),
        party == null ? request.claimant() : party, text(record, Field.RIGHT_NATURE), reading.basis(),
        text(record, Field.DOCUMENT), reading.since(), text(record, Field.SUB_FARM), text(record, Field.TOWN),
        text(record, Field.VILLAGE));
  }

  /** The columns nobody mapped, and those whose value has no field of ours. */
  Map<String, String> attributes(SurveyRecord record, StagedFields fields) {
    Map<String, String> attributes = new LinkedHashMap<>();
    record.values().forEach((name, value) -> {
      boolean kept = mapped.contains(name) && !isUnread(name, fields);
      if (!kept) {
        attributes.put(name, plain(value));
      }
    });
    return attributes;
  }

  private boolean isUnread(String column, StagedFields fields) {
    return column.equals(mapping.column(Field.LAND_USE)) && fields.landUseCode() == null
        || column.equals(mapping.column(Field.BASIS)) && fields.basis() == null
        || column.equals(mapping.column(Field.SINCE)) && fields.since() == null
        || column.equals(mapping.column(Field.AREA_UNIT));
  }

  private @Nullable Object value(SurveyRecord record, Field field) {
    String column = mapping.column(field);
    return column == null ? null : record.value(column);
  }

  private @Nullable String text(SurveyRecord record, Field field) {
    String constant = mapping.constant(field);
    if (constant != null) {
      return constant;
    }
    Object value = value(record, field);
    return value == null ? null : plain(value);
  }

  private static String plain(Object value) {
    return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
  }

  private static String landUseCode(String text) {
    Matcher matcher = LAND_USE.matcher(text);
    return matcher.matches() ? matcher.group(1) : text;
  }

  /** One record's columns that need judging. */
  private final class Reading {

    private final SurveyRecord record;
    private final List<Finding> findings;

    Reading(SurveyRecord record, List<Finding> findings) {
      this.record = record;
      this.findings = findings;
    }

    /** m²; {@code MJDW} 1 is m², 2 亩, 3 hm², and so are the words. */
    @Nullable BigDecimal area() {
      BigDecimal area = number(Field.DECLARED_AREA);
      if (area == null || area.signum() == 0) {
        return null;
      }
      String unit = text(record, Field.AREA_UNIT);
      return switch (unit == null ? "1" : unit.toLowerCase(Locale.ROOT)) {
        case "1", "m2", "m²", "平方米" -> area;
        case "2", "亩" -> area.multiply(SQUARE_METRES_IN_3_MU).divide(BigDecimal.valueOf(3), 2,
            RoundingMode.HALF_UP);
        case "3", "hm2", "hm²", "公顷" -> area.scaleByPowerOfTen(4);
        default -> {
          doubt("A1", Field.AREA_UNIT, unit);
          yield null;
        }
      };
    }

    @Nullable Double accuracy() {
      BigDecimal own = number(Field.ACCURACY);
      Double surveyed = own != null && own.signum() > 0 ? Double.valueOf(own.doubleValue()) : request.accuracy();
      return surveyed == null ? null : Double.valueOf(Math.hypot(surveyed, addedInaccuracy));
    }

    /** Four digits (or a two-digit group) are of the edition of 2017, three of that of 2007 (domain.md §2). */
    @Nullable String landUseScheme(String text) {
      Matcher matcher = LAND_USE.matcher(text);
      if (!matcher.matches()) {
        doubt("L2", Field.LAND_USE, text);
        return null;
      }
      return matcher.group(1).length() == 3 ? "GB/T 21010-2007" : "GB/T 21010-2017";
    }

    @Nullable String basis() {
      String text = text(record, Field.BASIS);
      if (text == null) {
        return request.basis();
      }
      String basis = BASES.get(text.toUpperCase(Locale.ROOT));
      if (basis == null) {
        doubt("L2", Field.BASIS, text);
      }
      return basis;
    }

    @Nullable LocalDate since() {
      Object value = value(record, Field.SINCE);
      if (value == null || value instanceof LocalDate) {
        return (LocalDate) value;
      }
      String text = plain(value).replaceAll("[/.年月]", "-").replace("日", "");
      try {
        return switch (text.split("-").length) {
          case 1 -> LocalDate.parse(text + "-01-01");
          case 2 -> LocalDate.parse(text + "-01");
          default -> LocalDate.parse(text);
        };
      } catch (DateTimeParseException e) {
        doubt("L2", Field.SINCE, plain(value));
        return null;
      }
    }

    private @Nullable BigDecimal number(Field field) {
      Object value = value(record, field);
      if (value == null || value instanceof BigDecimal) {
        return (BigDecimal) value;
      }
      BigDecimal number = Decimals.of(plain(value));
      if (number == null) {
        doubt("A1", field, plain(value));
      }
      return number;
    }

    private void doubt(String rule, Field field, String text) {
      findings.add(Finding.ofRecord(rule, Severity.WARN, record.number(), new Bilingual(
          "“%3$s” in column %2$s of record %1$s isn't understood; the text is kept, the field stays empty.",
          "第 %s 条记录 %s 列的“%s”无法识别，原文保留，字段留空。")
          .formatted(record.number(), mapping.column(field), text)));
    }
  }
}
