package io.synthlab.persistence.cli.generate;

import io.synthlab.persistence.migrations.catalog.Table;
import io.synthlab.persistence.migrations.catalog.Table.Check;
import io.synthlab.persistence.migrations.catalog.Table.Column;
import io.synthlab.persistence.migrations.catalog.Table.ForeignKey;
import io.synthlab.persistence.migrations.catalog.Table.Index;
import io.synthlab.persistence.migrations.catalog.Table.IndexColumn;
import io.synthlab.persistence.migrations.catalog.Table.Presence;
import io.synthlab.persistence.migrations.catalog.Table.Type;
import io.synthlab.persistence.model.schema.References;
import io.synthlab.persistence.model.schema.TableKey;
import jakarta.persistence.Enumerated;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.boot.Metadata;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.UniqueKey;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** Reads the table of one entity. */
final class EntityTable {
    private final PersistentClass entity;
    private final Metadata metadata;
    private final org.hibernate.mapping.Table mapped;
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final List<Column> columns = new ArrayList<>();
    private final List<Check> checks = new ArrayList<>();
    private final List<String> doubts = new ArrayList<>();

    EntityTable(PersistentClass entity, Metadata metadata) {
        this.entity = entity;
        this.metadata = metadata;
        this.mapped = entity.getTable();
    }

    /** Lists what could not be read. */
    List<String> doubts() {
        return doubts;
    }

    Table read() {
        addFields(entity.getIdentifierProperty(), entity.getMappedClass());
        if (entity.getIdentifierMapper() != null) {
            entity.getIdentifierMapper().getProperties().forEach(id -> addFields(id, entity.getMappedClass()));
        }
        entity.getPropertyClosure().forEach(property -> addFields(property, entity.getMappedClass()));
        mapped.getColumns().forEach(this::addColumn);
        mapped.getChecks()
                .forEach(check -> doubts.add("check (" + check.getConstraint() + ") of table " + mapped.getName()
                        + " stands on the class: put it on the field it is about"));
        List<List<String>> uniques = uniques();
        return new Table(
                mapped.getName(), Presence.V15, columns, primaryKey(), foreignKeys(), uniques, checks, indexes());
    }

    /** Remembers which field a column comes from. */
    private void addFields(@Nullable Property property, Class<?> owner) {
        if (property == null) {
            return;
        }
        Field field = field(owner, property.getName());
        if (property.getValue() instanceof Component component && field != null) {
            component.getProperties().forEach(part -> addFields(part, component.getComponentClass()));
        }
        for (Selectable selectable : property.getSelectables()) {
            if (selectable instanceof org.hibernate.mapping.Column column && field != null) {
                fields.putIfAbsent(column.getName(), field);
            }
        }
    }

    private static @Nullable Field field(Class<?> owner, String name) {
        for (Class<?> type = owner; type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    return field;
                }
            }
        }
        return null;
    }

    private void addColumn(org.hibernate.mapping.Column column) {
        String name = column.getName();
        Type type = type(column);
        boolean nullable = column.isNullable() && isNullable(fields.get(name));
        columns.add(new Column(name, columns.size() + 1, type, nullable, column.getDefaultValue()));
        if (type == Type.JSON) {
            String json = name + " is json";
            checks.add(new Check(name, nullable ? json + " or " + name + " is null" : json, "json"));
        }
        column.getCheckConstraints().forEach(check -> checks.add(new Check(name, check.getConstraint(), "entity")));
        addEnumeration(name);
    }

    private void addEnumeration(String column) {
        Field field = fields.get(column);
        if (field != null && field.getType().isEnum() && field.isAnnotationPresent(Enumerated.class)) {
            String values = Arrays.stream(field.getType().getEnumConstants())
                    .map(value -> "'" + ((Enum<?>) value).name() + "'")
                    .collect(Collectors.joining(", "));
            checks.add(new Check(column, column + " in (" + values + ")", "enum"));
        }
    }

    private Type type(org.hibernate.mapping.Column column) {
        int code = column.getSqlTypeCode(metadata);
        return switch (code) {
            case SqlTypes.VARCHAR,
                    SqlTypes.LONG32VARCHAR,
                    SqlTypes.CLOB,
                    SqlTypes.CHAR,
                    SqlTypes.ENUM,
                    SqlTypes.NAMED_ENUM -> Type.TEXT;
            case SqlTypes.INTEGER, SqlTypes.SMALLINT, SqlTypes.TINYINT -> Type.INTEGER;
            case SqlTypes.DOUBLE, SqlTypes.FLOAT, SqlTypes.REAL -> Type.REAL;
            case SqlTypes.JSON -> Type.JSON;
            default -> {
                doubts.add("column " + mapped.getName() + "." + column.getName() + " has a type (JDBC code " + code
                        + ") that no table here has; text stands in its place: decide what it should be");
                yield Type.TEXT;
            }
        };
    }

    private static boolean isNullable(@Nullable Field field) {
        if (field == null) {
            return true;
        }
        AnnotatedType type = field.getAnnotatedType();
        Class<?> owner = field.getDeclaringClass();
        boolean marked = owner.getPackage().isAnnotationPresent(NullMarked.class) || isMarked(owner);
        return !field.getType().isPrimitive() && (!marked || type.isAnnotationPresent(Nullable.class));
    }

    private static boolean isMarked(Class<?> owner) {
        for (Class<?> type = owner; type != null; type = type.getEnclosingClass()) {
            if (type.isAnnotationPresent(NullMarked.class)) {
                return true;
            }
        }
        return false;
    }

    private List<String> primaryKey() {
        TableKey key = entity.getMappedClass().getAnnotation(TableKey.class);
        if (key != null) {
            return List.of(key.value());
        }
        return mapped.getPrimaryKey() == null
                ? List.of()
                : names(mapped.getPrimaryKey().getColumns());
    }

    private List<ForeignKey> foreignKeys() {
        List<ForeignKey> keys = new ArrayList<>();
        mapped.getForeignKeyCollection().forEach(key -> {
            List<String> referenced = key.isReferenceToPrimaryKey()
                    ? names(key.getReferencedTable().getPrimaryKey().getColumns())
                    : names(key.getReferencedColumns());
            String onDelete = key.getOnDeleteAction() == null
                    ? "no action"
                    : key.getOnDeleteAction().toSqlString().toLowerCase(Locale.ROOT);
            keys.add(new ForeignKey(
                    names(key.getColumns()), key.getReferencedTable().getName(), referenced, onDelete));
        });
        fields.forEach((column, field) -> {
            References reference = field.getAnnotation(References.class);
            if (reference != null) {
                String onDelete =
                        reference.onDelete().name().toLowerCase(Locale.ROOT).replace('_', ' ');
                keys.add(new ForeignKey(List.of(column), reference.table(), List.of(reference.column()), onDelete));
            }
        });
        return keys;
    }

    private List<List<String>> uniques() {
        List<List<String>> uniques = new ArrayList<>();
        for (UniqueKey key : mapped.getUniqueKeys().values()) {
            uniques.add(names(key.getColumns()));
        }
        // Hibernate leaves out a unique key that repeats what identifies the entity.
        jakarta.persistence.Table table = entity.getMappedClass().getAnnotation(jakarta.persistence.Table.class);
        if (table != null) {
            Arrays.stream(table.uniqueConstraints())
                    .map(unique -> List.of(unique.columnNames()))
                    .filter(columns -> !uniques.contains(columns))
                    .forEach(uniques::add);
        }
        mapped.getColumns().stream()
                .filter(column -> column.isUnique() && !uniques.contains(List.of(column.getName())))
                .forEach(column -> uniques.add(List.of(column.getName())));
        return uniques;
    }

    private List<Index> indexes() {
        mapped.getIndexes().values().stream()
                .filter(index ->
                        !index.getSelectables().stream().allMatch(org.hibernate.mapping.Column.class::isInstance))
                .forEach(index -> doubts.add("index " + index.getName() + " of table " + mapped.getName()
                        + " has an expression, which is left out: decide what stands there"));
        return mapped.getIndexes().values().stream()
                .map(index -> new Index(
                        index.getName(),
                        index.getSelectables().stream()
                                .filter(org.hibernate.mapping.Column.class::isInstance)
                                .map(org.hibernate.mapping.Column.class::cast)
                                .map(column -> indexColumn(
                                        column, index.getSelectableOrderMap().get(column)))
                                .toList(),
                        Presence.V15))
                .toList();
    }

    /** NULL stands last in every list that descends: on SQLite by nature, on PostgreSQL by the index. */
    private IndexColumn indexColumn(org.hibernate.mapping.Column column, @Nullable String order) {
        boolean descending = "desc".equalsIgnoreCase(order);
        boolean nullable = columns.stream()
                .anyMatch(each -> each.name().equals(column.getName())
                        && each.nullable()
                        && !primaryKey().contains(each.name()));
        return new IndexColumn(column.getName(), descending, descending && nullable);
    }

    private static List<String> names(List<org.hibernate.mapping.Column> columns) {
        return columns.stream().map(org.hibernate.mapping.Column::getName).toList();
    }
}
