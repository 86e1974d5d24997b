package org.jieshi.registration.notice;

import java.time.LocalDate;
import org.jieshi.shared.AreaUnits;
import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;

/** The wording of a notice: holder, location, area, use, kind of right, deadline, how and where to object. */
public final class NoticeText {

  private NoticeText() {
  }

  /**
   * @param useName name of the land-use class
   * @param county the authority that publishes
   */
  public static Bilingual of(String number, NoticeFacts facts, @Nullable String useName, LocalDate published, int workingDays,
      LocalDate deadline, String place, Bilingual county) {
    String use = useName == null ? facts.use().code() : useName + " " + facts.use().code();
    String en = """
        Notice %s. The land authority of %s intends to register, for parcel %s:
        Holder: %s%s
        Location: %s
        Area: %s m² (%s hm²)
        Land use: %s (%s)
        Right: %s, by %s%s
        Posted on the web and at: %s
        Whoever disagrees may object from %s until %s inclusive (%d working days), on this page or in writing to this \
        authority, stating name, contact, the ground and the evidence. An objection gets a receipt and a written answer. \
        Without objection the procedure goes on after that day."""
        .formatted(number, county.en(), facts.parcel(), facts.holder(),
            facts.sharing() == null ? "" : " (" + facts.sharing().en() + ")", facts.location(), facts.area(),
            AreaUnits.hectares(facts.area()), use, facts.use().scheme(), facts.rightKind().title().en(),
            facts.rightNature().title().en(), facts.termUntil() == null ? "" : ", until " + facts.termUntil(),
            place, published, deadline, workingDays);
    String zh = """
        公示 %s。%s土地管理部门拟对宗地 %s 办理登记：
        权利人：%s%s
        坐落：%s
        面积：%s 平方米（%s 公顷）
        用途：%s（%s）
        权利类型：%s，权利性质：%s%s
        公示地点：本页面及%s
        对上述内容有异议者，请于 %s 至 %s（含当日，共 %d 个工作日）在本页面或向本部门书面提出，并写明姓名、联系方式、\
        理由和证据。异议将出具回执并书面答复。期满无异议的，继续办理。"""
        .formatted(number, county.zh(), facts.parcel(), facts.holder(),
            facts.sharing() == null ? "" : "（" + facts.sharing().zh() + "）", facts.location(), facts.area(),
            AreaUnits.hectares(facts.area()), use, facts.use().scheme(), facts.rightKind().title().zh(),
            facts.rightNature().title().zh(), facts.termUntil() == null ? "" : "，终止日期：" + facts.termUntil(),
            place, published, deadline, workingDays);
    return new Bilingual(en, zh);
  }
}
