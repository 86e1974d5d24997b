"""Opens a project with QGIS, without a screen, draws it, and prints one line of JSON for each of its layers.

Usage: qgis_project.py PROJECT PICTURE
For each layer: whether it is valid, the provider's count, how many classes its style has, whether the field that the style
and the label go by is one of its fields.
"""
import json
import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
from qgis.PyQt.QtCore import QSize  # noqa: E402
from qgis.PyQt.QtGui import QColor  # noqa: E402
from qgis.core import (QgsApplication, QgsAuthMethodConfig, QgsMapRendererSequentialJob, QgsMapSettings,  # noqa: E402
                       QgsProject)


def sign_in():
    """Under the id that the project names."""
    manager = QgsApplication.authManager()
    manager.setMasterPassword("interop", True)
    if "jieshi1" not in manager.configIds():
        config = QgsAuthMethodConfig("Basic")
        config.setId("jieshi1")
        config.setName("jieshi")
        config.setConfig("username", os.environ["JIESHI_USER"])
        config.setConfig("password", os.environ["JIESHI_USER_PASSWORD"])
        manager.storeAuthenticationConfig(config)


def describe(layer):
    renderer = layer.renderer()
    fields = [field.name() for field in layer.fields()]
    classes = renderer.categories() if renderer and renderer.type() == "categorizedSymbol" else []
    labelled = layer.labelsEnabled() and layer.labeling().settings().fieldName in fields
    return {"layer": layer.name(), "valid": layer.isValid(), "error": layer.error().message(), "count": layer.featureCount(),
            "crs": layer.crs().authid(), "classes": len(classes), "styled": bool(classes) and renderer.classAttribute() in fields,
            "labelled": labelled}


def draw(project, picture):
    settings = QgsMapSettings()
    root = project.layerTreeRoot()
    settings.setLayers([node.layer() for node in root.findLayers() if node.isVisible() and node.layer()])
    settings.setDestinationCrs(project.crs())
    settings.setBackgroundColor(QColor(255, 255, 255))
    settings.setOutputSize(QSize(1200, 900))
    box = project.viewSettings().defaultViewExtent()
    settings.setExtent(box if not box.isEmpty() else settings.fullExtent())
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    job.renderedImage().save(picture)


def main(path, picture):
    application = QgsApplication([], False)
    application.initQgis()
    sign_in()
    project = QgsProject.instance()
    good = project.read(path)
    for node in project.layerTreeRoot().findLayers():
        print(json.dumps(describe(node.layer()) if node.layer() else {"layer": node.name(), "valid": False}, ensure_ascii=False),
              flush=True)
    if good:
        draw(project, picture)
    project.clear()
    application.exitQgis()
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
