"""Reads layers with QGIS's own providers, without a screen, and prints one line of JSON for each.

Usage: qgis_read.py PROVIDER NAME SOURCE [PROVIDER NAME SOURCE …]
PROVIDER is OAPIF, postgres or ogr; SOURCE a QGIS data source. For each: whether it is valid, the provider's own count, the
features read, the different ids, the sum of a field of area, the CRS, the extent and how many classes its style has.
"""
import json
import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
from qgis.core import QgsApplication, QgsAuthMethodConfig, QgsFeatureRequest, QgsVectorLayer  # noqa: E402


def sign_in():
    """QGIS sends a password only by a stored configuration; this one lives in a profile that is thrown away."""
    manager = QgsApplication.authManager()
    manager.setMasterPassword("interop", True)
    config = QgsAuthMethodConfig("Basic")
    config.setName("jieshi")
    config.setConfig("username", os.environ["JIESHI_USER"])
    config.setConfig("password", os.environ["JIESHI_USER_PASSWORD"])
    manager.storeAuthenticationConfig(config)
    return config.id()


def read(provider, name, source):
    layer = QgsVectorLayer(source, name, provider)
    said = {"layer": name, "provider": provider, "valid": layer.isValid()}
    if not layer.isValid():
        said["error"] = layer.error().message()
        return said
    names = [field.name() for field in layer.fields()]
    area = next((f for f in ("planeArea", "plane_area", "area", "ZDMJ", "AREA") if f in names), None)
    key = next((f for f in ("code", "number", "ZDDM", "ZSBH", "NUMBER", "id") if f in names), None)
    features, ids, total, empty = 0, set(), 0.0, 0
    for feature in layer.getFeatures(QgsFeatureRequest()):
        features += 1
        ids.add(str(feature[key]) if key else feature.id())
        total += float(feature[area] or 0) if area else 0
        empty += feature.geometry().isNull()
    box = layer.extent()
    renderer = layer.renderer()
    said.update(count=layer.featureCount(), features=features, ids=len(ids), area=round(total, 2), without_land=empty,
                crs=layer.crs().authid(), extent=[round(v, 6) for v in (box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum())],
                classes=len(renderer.categories()) if renderer and renderer.type() == "categorizedSymbol" else 0)
    return said


def main(arguments):
    application = QgsApplication([], False)
    application.initQgis()
    config = sign_in() if "JIESHI_USER" in os.environ else ""
    good = True
    for i in range(0, len(arguments), 3):
        provider, name, source = arguments[i:i + 3]
        said = read(provider, name, source.replace("AUTHCFG", config))
        good = good and said["valid"]
        print(json.dumps(said, ensure_ascii=False), flush=True)
    application.exitQgis()
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
