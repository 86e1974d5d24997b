package org.jieshi.ogc;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.geotools.api.filter.And;
import org.geotools.api.filter.BinaryComparisonOperator;
import org.geotools.api.filter.BinaryLogicOperator;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.Not;
import org.geotools.api.filter.Or;
import org.geotools.api.filter.PropertyIsBetween;
import org.geotools.api.filter.PropertyIsEqualTo;
import org.geotools.api.filter.PropertyIsGreaterThan;
import org.geotools.api.filter.PropertyIsGreaterThanOrEqualTo;
import org.geotools.api.filter.PropertyIsLessThan;
import org.geotools.api.filter.PropertyIsLessThanOrEqualTo;
import org.geotools.api.filter.PropertyIsLike;
import org.geotools.api.filter.PropertyIsNotEqualTo;
import org.geotools.api.filter.PropertyIsNull;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.expression.PropertyName;
import org.geotools.filter.text.cql2.CQLException;
import org.geotools.filter.text.ecql.ECQL;
import org.jieshi.shared.OfficeClock;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;

/**
 * What features are narrowed to by their fields: {@code field=value} parameters and a {@code filter} in the part of
 * CQL2 text that compares fields with values: {@code = <> < <= > >=}, {@code LIKE}, {@code IN}, {@code BETWEEN},
 * {@code IS NULL}, joined by {@code AND}, {@code OR}, {@code NOT}. GeoTools reads the text, values travel as parameters.
 */
final class PropertyFilter {

  /** GeoTools reads CQL2's {@code DATE('…')} as a call of a function; the field says what its value is. */
  private static final Pattern TIME_LITERAL = Pattern.compile("(?i)\\b(?:DATE|TIMESTAMP)\\s*\\(\\s*('[^']*')\\s*\\)");
  private static final int LONGEST = 2_000;

  private final Layer layer;
  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> parameters = new LinkedHashMap<>();

  PropertyFilter(Layer layer) {
    this.layer = layer;
  }

  void equal(Property property, String value) {
    conditions.add(compare(property, "=", value, property.name()));
  }

  /** @throws org.jieshi.shared.ProblemException {@code BAD_REQUEST} for what can't be read or isn't in the part above */
  void filter(String cql) {
    if (cql.length() > LONGEST) {
      throw refused("it is longer than %d characters".formatted(LONGEST), "长度超过 %d 字".formatted(LONGEST));
    }
    try {
      conditions.add(sql(ECQL.toFilter(TIME_LITERAL.matcher(cql).replaceAll("$1"))));
    } catch (CQLException unreadable) {
      String first = String.valueOf(unreadable.getMessage()).lines().findFirst().orElse("");
      throw refused(first, first);
    }
  }

  Condition condition() {
    return new Condition(conditions.isEmpty() ? "true" : String.join(" and ", conditions), parameters);
  }

  private String sql(Filter filter) {
    if (filter instanceof BinaryLogicOperator joined && (joined instanceof And || joined instanceof Or)) {
      return joined.getChildren().stream().map(this::sql)
          .collect(Collectors.joining(joined instanceof And ? " and " : " or ", "(", ")"));
    }
    if (filter instanceof Not not) {
      return "not (" + sql(not.getFilter()) + ")";
    }
    if (filter instanceof PropertyIsNull empty) {
      return property(empty.getExpression()).column() + " is null";
    }
    if (filter instanceof PropertyIsBetween between) {
      Property property = property(between.getExpression());
      return "(" + compare(property, ">=", value(between.getLowerBoundary()), "filter") + " and "
          + compare(property, "<=", value(between.getUpperBoundary()), "filter") + ")";
    }
    if (filter instanceof PropertyIsLike like) {
      Property property = property(like.getExpression());
      String pattern = like.getLiteral();
      return "cast(%s as text) %s :%s".formatted(property.column(), like.isMatchingCase() ? "like" : "ilike", bind(pattern));
    }
    if (filter instanceof BinaryComparisonOperator comparison) {
      return comparison(comparison);
    }
    throw refused("only comparisons of fields with values are understood", "仅支持字段与值的比较");
  }

  private String comparison(BinaryComparisonOperator comparison) {
    boolean turned = comparison.getExpression1() instanceof Literal;
    Property property = property(turned ? comparison.getExpression2() : comparison.getExpression1());
    Object value = value(turned ? comparison.getExpression1() : comparison.getExpression2());
    return compare(property, operator(comparison, turned), value, "filter");
  }

  private static String operator(BinaryComparisonOperator comparison, boolean turned) {
    if (comparison instanceof PropertyIsEqualTo) {
      return "=";
    }
    if (comparison instanceof PropertyIsNotEqualTo) {
      return "<>";
    }
    if (comparison instanceof PropertyIsLessThan) {
      return turned ? ">" : "<";
    }
    if (comparison instanceof PropertyIsLessThanOrEqualTo) {
      return turned ? ">=" : "<=";
    }
    if (comparison instanceof PropertyIsGreaterThan) {
      return turned ? "<" : ">";
    }
    if (comparison instanceof PropertyIsGreaterThanOrEqualTo) {
      return turned ? "<=" : ">=";
    }
    throw refused("there is no such comparison", "不支持该比较");
  }

  private Property property(Expression expression) {
    if (!(expression instanceof PropertyName name)) {
      throw refused("a field is compared with a value", "须为字段与值的比较");
    }
    return layer.property(name.getPropertyName()).orElseThrow(() -> refused(
        "there is no field %s".formatted(name.getPropertyName()), "没有字段 %s".formatted(name.getPropertyName())));
  }

  private static Object value(Expression expression) {
    if (expression instanceof Literal literal && literal.getValue() != null) {
      return literal.getValue();
    }
    throw refused("a field is compared with a value", "须为字段与值的比较");
  }

  private String compare(Property property, String operator, Object value, String parameter) {
    return "%s %s cast(:%s as %s)".formatted(property.column(), operator, bind(typed(property, value, parameter)),
        property.type().column());
  }

  private String bind(Object value) {
    String name = "p" + parameters.size();
    parameters.put(name, value);
    return name;
  }

  private static Object typed(Property property, Object value, String parameter) {
    String text = value instanceof Date date ? date.toInstant().toString() : String.valueOf(value);
    try {
      return switch (property.type()) {
        case TEXT -> text;
        case INTEGER -> new BigDecimal(text).longValueExact();
        case NUMBER -> new BigDecimal(text);
        case DATE -> text.length() > 10 ? OffsetDateTime.parse(text).atZoneSameInstant(OfficeClock.ZONE).toLocalDate()
            : LocalDate.parse(text);
        case INSTANT -> text.length() > 10 ? OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC)
            : LocalDate.parse(text).atStartOfDay(OfficeClock.ZONE).toOffsetDateTime().withOffsetSameInstant(ZoneOffset.UTC);
      };
    } catch (ArithmeticException | NumberFormatException | DateTimeException unfit) {
      throw Problem.of(ProblemCode.BAD_REQUEST, "%s is not a value of the field %s.".formatted(text, property.name()),
          "%s 不是字段 %s 的取值。".formatted(text, property.name())).inField(parameter).asException();
    }
  }

  private static RuntimeException refused(String why, String whyZh) {
    return Problem.of(ProblemCode.BAD_REQUEST,
        "The filter is not understood: %s. An example: status = 'CERTIFIED' AND planeArea > 10000".formatted(why),
        "筛选条件无法理解：%s。示例：status = 'CERTIFIED' AND planeArea > 10000".formatted(whyZh)).inField("filter").asException();
  }
}
