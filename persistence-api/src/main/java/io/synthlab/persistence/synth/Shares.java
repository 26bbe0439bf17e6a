package io.synthlab.persistence.synth;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.internal.json.JsonObjectReader;
import io.synthlab.persistence.internal.text.Rules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON objects that hold nothing but shares, each of them required. */
final class Shares {
    private Shares() {}

    /** Reads the members in the order of the keys; their range is not checked. */
    static double[] read(JsonValue json, String path, List<String> keys) {
        JsonObjectReader in = JsonObjectReader.of(json, path);
        return keys.stream().mapToDouble(in::requiredNumber).toArray();
    }

    /** Checks that each is 0 to 1; the error names the key. */
    static void validate(List<String> keys, double[] values, String path) {
        for (int at = 0; at < values.length; at++) {
            Rules.share(values[at], path + "." + keys.get(at));
        }
    }

    /** Writes the members in the order of the keys. */
    static JsonValue toJson(List<String> keys, double[] values) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (int at = 0; at < values.length; at++) {
            members.put(keys.get(at), values[at]);
        }
        return JsonValue.of(members);
    }
}
