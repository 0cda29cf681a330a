package io.github.partnercenter4j.sandbox.internal.body;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * The XML name that .NET's DataContractSerializer gives to a class, derived from the full name of the class. The rules are in
 * the section on names in Microsoft's documentation of data contracts.
 */
record DotnetName(String local, String namespace) {

    static final String ARRAYS = "http://schemas.microsoft.com/2003/10/Serialization/Arrays";

    private static final String CLASSES = "http://schemas.datacontract.org/2004/07/";
    private static final String BUILT_IN = "http://schemas.microsoft.com/2003/10/Serialization/";
    private static final Map<String, String> PRIMITIVES = Map.of(
            "System.String", "string",
            "System.Int32", "int",
            "System.Int64", "long",
            "System.Boolean", "boolean");

    static DotnetName of(String type) {
        if (PRIMITIVES.containsKey(type)) {
            return new DotnetName(PRIMITIVES.get(type), BUILT_IN);
        }
        int bracket = type.indexOf('[');
        String definition = bracket == -1 ? type : type.substring(0, bracket);
        int dot = definition.lastIndexOf('.');
        String local = definition.substring(dot + 1);
        if (bracket != -1) {
            local += "Of" + arguments(type.substring(bracket + 1, type.length() - 1));
        }
        return new DotnetName(local, CLASSES + definition.substring(0, Math.max(dot, 0)));
    }

    private static String arguments(String list) {
        List<DotnetName> names = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i <= list.length(); i++) {
            char c = i == list.length() ? ',' : list.charAt(i);
            depth += c == '[' ? 1 : c == ']' ? -1 : 0;
            if (c == ',' && depth == 0) {
                names.add(of(list.substring(start, i)));
                start = i + 1;
            }
        }
        StringBuilder local = new StringBuilder();
        StringBuilder namespaces = new StringBuilder(" ").append(names.size());
        names.forEach(name -> {
            local.append(name.local());
            namespaces.append(' ').append(name.namespace());
        });
        boolean builtIn = names.stream().allMatch(name -> name.namespace().equals(BUILT_IN));
        return builtIn ? local.toString() : local + digest(namespaces.toString());
    }

    /** Returns the first six bytes of the MD5 of the arguments' namespaces, which distinguish equal local names. */
    private static String digest(String namespaces) {
        try {
            byte[] md5 = MessageDigest.getInstance("MD5").digest(namespaces.getBytes(StandardCharsets.UTF_8));
            String base64 = Base64.getEncoder().encodeToString(Arrays.copyOf(md5, 6));
            return base64.replace("/", "_S").replace("+", "_P");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
