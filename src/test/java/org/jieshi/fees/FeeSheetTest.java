package org.jieshi.fees;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jieshi.shared.Bilingual;
import org.junit.jupiter.api.Test;

/** What a payer reads on the sheet, word for word. */
class FeeSheetTest {

  private static final LocalDate PAID_ON = LocalDate.of(2012, 3, 5);

  @Test
  void aFeeThatIsPaidBesideAProposalAndWhatWentBack() throws IOException {
    Assessment due = assessment("桂涉价字[1994]210号", "执行", true, true, FeeBasis.PER_SQUARE_METRE, "0.0500", "1000.00", "按平方米计收");
    Assessment proposed = assessment("桂价费[1999]423号", "拟议", true, false, FeeBasis.PER_ITEM, "550.00", "550.00", null);
    Refund refund = new Refund(new BigDecimal("10.00"), "多收", "桂价函[2012]2号", "T-1", LocalDate.of(2012, 4, 1), "leader");

    String sheet = sheet(new FeeStanding(due, List.of(proposed), paid("1010.00"), null, List.of(refund)), "样张");

    assertThat(sheet).contains("土地登记费核定单", "申请桂A2012-0001宗地450721", "缴费人广西国有华山农场", "面积20000.00m²", "地类农用地",
        "是否有争议曾有争议或异议", "证书本数2", "适用标准桂涉价字[1994]210号（执行）是否适用须经确认", "计算20000.00m²×0.05元/m²",
        "应缴金额1000.00元", "说明按平方米计收", "对照方案（不作收费依据）", "收退记录", "桂价费[1999]423号拟议550元/件550.00",
        "2012-03-05缴费R-1reviewer1010.00", "2012-04-01退费T-1桂价函[2012]2号leader−10.00", "费用已结清。", "灵山县土地管理部门",
        "2012年6月1日", "样张");
  }

  @Test
  void aFeeThatIsOpenSaysWhatIsMissing() throws IOException {
    Assessment due = assessment("财税[2019]45号", "执行", false, false, FeeBasis.EXEMPT, "0", "0.00", null);

    String sheet = sheet(new FeeStanding(due, List.of(), null, new Bilingual("Something.", "尚待确认。")), null);

    assertThat(sheet).contains("是否有争议无争议", "适用标准财税[2019]45号（执行）计算免收", "————", "尚待确认。")
        .doesNotContain("对照方案", "样张", "费用已结清", "须经确认");
  }

  @Test
  void landWithoutATariffAndAFeeThatIsLetOff() throws IOException {
    Settlement exempted = new Settlement(Settlement.Kind.EXEMPTED, new BigDecimal("0.00"), new BigDecimal("20000.00"),
        LandClass.AGRICULTURAL, false, 1, null, null, null, "国有农场减免", "桂价函[2012]1号", PAID_ON, "leader");

    assertThat(sheet(FeeStanding.of(null, List.of(), exempted), null))
        .contains("适用标准没有适用于该地类的收费标准", "2012-03-05免收桂价函[2012]1号leader0.00", "费用已结清。").doesNotContain("应缴金额");
  }

  private static Assessment assessment(String source, String status, boolean disputed, boolean uncertain, FeeBasis basis,
      String rate, String amount, String note) {
    return new Assessment(new FeeFacts("A1", new BigDecimal("20000.00"), LandClass.AGRICULTURAL, disputed, 2), "T", source,
        new Bilingual("in force", status), false, uncertain, basis, new BigDecimal(rate), new BigDecimal(amount), note);
  }

  private static Settlement paid(String amount) {
    return new Settlement(Settlement.Kind.PAID, new BigDecimal(amount), new BigDecimal("20000.00"), LandClass.AGRICULTURAL,
        true, 2, "T", "桂涉价字[1994]210号", "R-1", null, null, PAID_ON, "reviewer");
  }

  /** All that is written on it, without blanks. */
  private static String sheet(FeeStanding fees, String mark) throws IOException {
    byte[] pdf = FeeSheet.print("桂A2012-0001", "450721", "广西国有华山农场", fees, "灵山县土地管理部门",
        LocalDate.of(2012, 6, 1), mark);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replaceAll("[\\s\\u3000]", "");
    }
  }
}
