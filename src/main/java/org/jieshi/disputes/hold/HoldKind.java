package org.jieshi.disputes.hold;

import org.jieshi.disputes.DisputeTrack;
import org.jieshi.shared.Bilingual;

/** What nobody may do on land in dispute, and by which law. */
public enum HoldKind {

  LOGGING("logging", "林木采伐", "forestry bureau", "林业局",
      "Forest Law 2019 Art. 22: until a dispute over trees or forest land "
      + "is settled no party fells the trees or changes the state of the land.",
      "《森林法》（2019）第二十二条：在林木、林地权属争议解决前，任何一方不得砍伐有争议的林木或者改变林地现状。"),
  LAND_USE_CHANGE("change of the land use", "改变土地利用现状", "land resources bureau, land-use section", "国土资源局土地利用管理股",
      "Land Administration Law Art. 14: until a dispute over ownership or use is settled no party changes how the "
      + "land is used.", "《土地管理法》第十四条：在土地所有权和使用权争议解决前，任何一方不得改变土地利用现状。");

  private final Bilingual title;
  private final Bilingual office;
  private final Bilingual basis;

  HoldKind(String en, String zh, String officeEn, String officeZh, String basisEn, String basisZh) {
    this.title = new Bilingual(en, zh);
    this.office = new Bilingual(officeEn, officeZh);
    this.basis = new Bilingual(basisEn, basisZh);
  }

  public Bilingual title() {
    return title;
  }

  /** Who is asked to hold the permits. */
  public Bilingual office() {
    return office;
  }

  /** Where nobody contests the title the statutes do not bind; the office is asked. */
  public Bilingual basis(DisputeTrack track) {
    return track.contestsTitle() ? basis : new Bilingual(
        "The land is occupied without right and is to be returned (Civil Code 235-238): please issue no permit.",
        "该地被无权占用，正依《民法典》第二百三十五至二百三十八条责令返还：请暂不办理相关许可。");
  }
}
