package org.jieshi.registration.documents;

import org.jieshi.shared.Bilingual;

/** The kinds of documents an application can carry. */
public enum DocumentKind {

  APPLICATION_FORM("application form", "土地登记申请书"),
  HOLDER_IDENTITY("proof of the holder's identity", "权利人身份证明"),
  SOURCE_OF_RIGHT("proof of the source of the right", "土地权属来源证明"),
  INVESTIGATION_FORM("investigation form", "地籍调查表"),
  PARCEL_MAP("parcel map", "宗地图"),
  CONSTRUCTION_APPROVAL("construction approval", "建设用地批准文件"),
  AGREEMENT("agreement or mediation document", "协议书或调解书"),
  POWER_OF_ATTORNEY("power of attorney", "授权委托书"),
  DECISION("decision or judgment", "处理决定或判决书"),
  FORESTRY_REPLY("reply of the forestry department", "林业部门复函"),
  LAND_APPROVAL("land-use approval", "用地批准文件"),
  OTHER("other document", "其他材料");

  private final Bilingual title;

  DocumentKind(String en, String zh) {
    this.title = new Bilingual(en, zh);
  }

  public Bilingual title() {
    return title;
  }
}
