package org.riderrules.engine.drools;

import java.util.ArrayList;
import java.util.List;
import org.drools.drl.ast.descr.TypeDeclarationDescr;
import org.drools.drl.ast.descr.TypeFieldDescr;

/** Reads the {@code declare} blocks of a file. Only here is {@code @key} known: the generated classes do not tell. */
final class Declarations {
    private Declarations() {}

    /** The declarations of a file, in order. */
    static List<Declaration> of(ParsedFile file) {
        List<Declaration> declarations = new ArrayList<>();
        for (TypeDeclarationDescr type : file.descr().getTypeDeclarations()) {
            List<DeclaredField> fields = new ArrayList<>();
            for (TypeFieldDescr field : type.getFields().values()) {
                fields.add(new DeclaredField(
                        field.getFieldName(),
                        field.getPattern().getObjectType(),
                        field.hasAnnotation("key") || field.hasAnnotation("Key"),
                        field.getLine()));
            }
            declarations.add(new Declaration(type.getTypeName(), fields, file.source(), type.getStartCharacter()));
        }
        return declarations;
    }
}
