package org.jieshi.platform.command;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jieshi.coverage.Coverage;
import org.jieshi.coverage.CoverageReport;
import org.jieshi.coverage.CoverageReport.Bands;
import org.jieshi.coverage.Grouping;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The managers' figures as a table, in hm². */
@Command(name = "coverage", description = "How much of the land is certified. 发证率与各类面积。")
class CoverageCommand extends RegisterCommand {

  @Option(names = "--by", defaultValue = "subFarm", paramLabel = "GROUP", converter = GroupingName.class,
      description = "subFarm, town, village or landUse; default ${DEFAULT-VALUE}. 分组。")
  private Grouping by;

  @Option(names = "--as-of", paramLabel = "DATE", description = "at the end of that day. 截至日期。")
  private @Nullable LocalDate asOf;

  @Override
  int run(ConfigurableApplicationContext context) {
    CoverageReport report = context.getBean(Coverage.class).report(by, asOf);
    System.out.printf("%s%n%s%n%n", report.basis(), report.basisZh());
    System.out.printf("%12s %12s %8s %12s %12s %12s %12s%n", "total 总面积", "certified", "发证率", "pending 办理中",
        "disputed", "unsurveyed", "encroached");
    report.groups().forEach(group -> line(group.name() == null ? group.code() : group.name(), group.bands()));
    line("hm² 合计", report.bands());
    return ExitCode.OK;
  }

  private static void line(String name, Bands bands) {
    System.out.printf("%12s %12s %8s %12s %12s %12s %12s  %s%n", bands.totalAreaHm2(), bands.certifiedAreaHm2(),
        percent(bands.certifiedShare()), bands.pendingAreaHm2(), bands.disputedAreaHm2(), bands.unsurveyedAreaHm2(),
        bands.encroachedAreaHm2(), name);
  }

  private static String percent(@Nullable BigDecimal share) {
    return share == null ? "—" : share.movePointRight(2) + " %";
  }

  /** The words of the HTTP interface. */
  static class GroupingName implements ITypeConverter<Grouping> {

    @Override
    public Grouping convert(String word) {
      return Grouping.find(word).orElseThrow(() -> new TypeConversionException(
          "%s is none of subFarm, town, village, landUse".formatted(word)));
    }
  }
}
