/**
 * The generator of the demonstration farm in {@code data/huashan}: a synthetic landscape, the farm in it, its parcels,
 * and what neighbours hold and claim, written as the shapefiles surveyors send.
 *
 * <p>Invariants: no real land; fixed seeds, no clock; coordinates on whole millimetres; the areas of the case exact to
 * 0.01 m²; every shared boundary in shared vertices. {@code HuashanFarmTest} reads the files back and checks each
 * figure.
 *
 * <p>Start with {@link org.jieshi.huashan.HuashanFarm}. The way goes Terrain → Districts → Landscape → FarmPlan (all
 * approximate) → Cadastre (exact) → Books, Neighbours, Claims, Encroachments, Evidence → Archive. Uses JTS and nothing
 * of the application, so that the importer is tested against files it did not write.
 */
@NullMarked
package org.jieshi.huashan;

import org.jspecify.annotations.NullMarked;
