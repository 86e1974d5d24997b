package org.jieshi.ladm;

import java.util.List;

/** LA_SpatialUnit, LA_Level, and what a boundary is made of. */
final class LandTables {

  private static final String UNIT = RightTables.UNIT;

  static final List<LadmTable> ALL = List.of(
      LadmTable.of("la_level", "LA_Level: layers of land", """
          select * from (values
            ('parcel', '宗地 parcels', 'polygon', 'rural', 'primaryRight'),
            ('claim', '主张 claims', 'polygon', 'rural', 'informal'),
            ('evidence', '证据图层 older documents over land', 'polygon', 'rural', null))
            as level (lid, name, structure, register_type, type)
          """),
      new LadmTable("la_spatialunit", "LA_SpatialUnit: every version of every boundary, CGCS2000 degrees", "MULTIPOLYGON", """
          select cast(v.boundary_4490 as bytea) as geom, %1$s || '/' || v.version as suid, %1$s as uid, v.version,
                 lower(u.kind) as level, u.code as label, v.location as ext_address, v.plane_area as area_plane,
                 v.ellipsoid_area as area_ellipsoid, v.declared_area as area_declared, v.accuracy as estimated_accuracy,
                 v.srid as original_srid, v.boundary_hash as ext_boundary_hash, v.party as ext_stated_holder,
                 v.land_use_scheme as ext_land_use_scheme, v.land_use_code as ext_land_use_code, v.sub_farm as ext_sub_farm,
                 v.town as ext_town, v.village as ext_village, v.reason as ext_begin_reason,
                 v.reason_subject as ext_begin_subject, v.valid_from as begin_lifespan_version,
                 v.valid_to as end_lifespan_version, v.ended_reason as ext_end_reason
            from spatial_unit u join spatial_unit_version v on v.unit_id = u.id
           where unit_in_district(u.id, cast(:district as text)) order by u.id, v.version
          """.formatted(UNIT)),
      LadmTable.of("la_baunit_spatialunit", "The land of each unit, version by version", """
          select %1$s as uid, %1$s || '/' || v.version as suid
            from spatial_unit u join spatial_unit_version v on v.unit_id = u.id
           where unit_in_district(u.id, cast(:district as text)) order by u.id, v.version
          """.formatted(UNIT)),
      LadmTable.of("la_requiredrelationshipspatialunit",
          "LA_RequiredRelationshipSpatialUnit: which land came from which by split, merge or adjustment", """
          select m.number as description, m.kind as relationship, p.code as uid_before,
                 p.code || '/' || p.unit_version as suid_before,
                 c.code as uid_after, m.decided_at as begin_lifespan_version
            from mutation m join mutation_parent p on p.mutation_id = m.id
            left join mutation_child c on c.mutation_id = m.id
           where m.status = 'EXECUTED' and unit_in_district(p.unit_id, cast(:district as text))
           order by m.id, p.code, c.seq
          """));

  private LandTables() {}

  /** The legal boundary of each version, in the plane it was surveyed in, to the last bit; and the lines surveyed with it. */
  static LadmTable faces(int srid) {
    return new LadmTable("la_boundaryfacestring_" + srid,
        "LA_BoundaryFaceString: boundaries as surveyed, EPSG:" + srid + "; the legal coordinates", "MULTILINESTRING", """
        select geom, bfsid, suid, ext_kind, ext_nature, ext_follows, ext_position, ext_stated_length,
               begin_lifespan_version, end_lifespan_version
          from (
          select cast(v.boundary as bytea) as geom, u.id as first, v.version as second, cast(0 as bigint) as third,
                 %1$s || '/' || v.version as bfsid, %1$s || '/' || v.version as suid, 'BOUNDARY' as ext_kind,
                 null as ext_nature, null as ext_follows, null as ext_position, cast(null as numeric) as ext_stated_length,
                 v.valid_from as begin_lifespan_version, v.valid_to as end_lifespan_version
            from spatial_unit u join spatial_unit_version v on v.unit_id = u.id
           where v.srid = %2$d and unit_in_district(u.id, cast(:district as text))
          union all
          select cast(m.shape as bytea), u.id, v.version, m.id, 'L-' || m.id, %1$s || '/' || v.version, 'SURVEYED_LINE', m.nature,
                 m.follows, m.position, m.length, v.valid_from, v.valid_to
            from boundary_mark m join spatial_unit_version v on v.unit_id = m.unit_id and v.version = m.version
            join spatial_unit u on u.id = m.unit_id
           where m.kind = 'LINE' and m.srid = %2$d and unit_in_district(u.id, cast(:district as text))) f
         order by first, second, third
        """.formatted(UNIT, srid));
  }

  static LadmTable points(int srid) {
    return new LadmTable("la_point_" + srid, "LA_Point: boundary points as surveyed, EPSG:" + srid, "POINT", """
        select cast(m.shape as bytea) as geom, 'T-' || m.id as point_id, %s || '/' || v.version as suid, m.number as ext_number,
               m.place as ext_order, m.monument as monumentation, 'boundary' as point_type, v.accuracy as estimated_accuracy,
               v.valid_from as begin_lifespan_version, v.valid_to as end_lifespan_version
          from boundary_mark m join spatial_unit_version v on v.unit_id = m.unit_id and v.version = m.version
          join spatial_unit u on u.id = m.unit_id
         where m.kind = 'POINT' and m.srid = %d and unit_in_district(u.id, cast(:district as text))
         order by u.id, v.version, m.place, m.id
        """.formatted(UNIT, srid));
  }
}
