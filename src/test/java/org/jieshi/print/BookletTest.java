package org.jieshi.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class BookletTest {

  @Test
  void aLongTableGoesOverPagesWithItsHeadAndEveryPageIsNumbered() throws IOException {
    byte[] pdf = Booklet.print("表", "示2012-0001", "演示数据", booklet -> {
      booklet.title("公示清单");
      booklet.fields(List.of(new Booklet.Field("权利人", "华山农场"), new Booklet.Field("备注", null)));
      booklet.table(List.of(Booklet.Column.text("宗地", 0.7f), Booklet.Column.figures("面积", 0.3f)),
          Collections.nCopies(60, List.of("450721001002GN00001", "10000.00")));
    });

    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFTextStripper text = new PDFTextStripper();
      assertThat(document.getNumberOfPages()).isEqualTo(2);
      assertThat(text.getText(document)).contains("权利人", "—", "示2012-0001　第 2 页 共 2 页")
          .containsPattern("(?s)宗地.*宗地");
      assertThat(text.getText(document).split("450721001002GN00001")).hasSize(61);
    }
  }

  @Test
  void aCellLongerThanAPageLosesNothing() throws IOException {
    String notes = "界址清楚，双方指界并签章。".repeat(400) + "完";

    byte[] pdf = Booklet.print("表", "表", null, booklet -> booklet.fields(List.of(new Booklet.Field("说明", notes))));

    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(new PDFTextStripper().getText(document).replaceAll("\\s", ""))
          .contains("完").satisfies(text -> assertThat(text.split("签章", -1)).hasSize(401));
    }
  }
}
