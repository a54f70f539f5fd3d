using System.Globalization;
using System.Text.Json;
using Coppice.Server.Http;

namespace Coppice.Server.Serving.Inference;

/// <summary>Reads an inference request of the Open Inference Protocol (version 2, REST).</summary>
internal static class InferenceRequestReader
{
    /// <summary>Reads and checks a body.</summary>
    /// <exception cref="RequestException">It is no such request; the message says where.</exception>
    public static async Task<InferenceQuestion> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellationToken);
        var whole = body.GetBuffer().AsMemory(0, (int)body.Length);
        int json = request.Headers[BinaryTensors.Header] is [{ } length] ? JsonLength(length, whole.Length) : whole.Length;
        using var document = Parse(whole[..json]);
        return Read(document.RootElement, new BinaryTensors(whole[json..]));
    }

    private static InferenceQuestion Read(JsonElement root, BinaryTensors binary)
    {
        if (root.ValueKind != JsonValueKind.Object)
            throw Bad($"The body: expected an object with \"inputs\", found {Kind(root)}.");
        if (!root.TryGetProperty("inputs", out var inputs) || inputs.ValueKind != JsonValueKind.Array || inputs.GetArrayLength() == 0)
            throw Bad("inputs: expected an array of at least one tensor.");
        string? id = null;
        if (root.TryGetProperty("id", out var given) && given.ValueKind != JsonValueKind.Null)
            id = given.ValueKind == JsonValueKind.String ? given.GetString() : throw Bad($"id: expected a string, found {Kind(given)}.");
        return new InferenceQuestion(id, [.. inputs.EnumerateArray().Select((tensor, i) => ReadTensor(tensor, i, binary))], ReadOutputs(root));
    }

    private static int JsonLength(string header, int body) =>
        int.TryParse(header, NumberStyles.None, CultureInfo.InvariantCulture, out int length) && length <= body
            ? length
            : throw Bad($"{BinaryTensors.Header}: expected at most the {body:N0} bytes of the body, found \"{header}\".");

    internal static RequestException Bad(string message) => new(InferenceCodes.BadTensor, message, RefusalKind.BadInput);

    private static JsonDocument Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            return JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 32 });
        }
        catch (JsonException e)
        {
            throw Bad($"The body is not JSON at line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}. A missing number is written null.");
        }
    }

    private static Tensor ReadTensor(JsonElement tensor, int index, BinaryTensors binary)
    {
        if (tensor.ValueKind != JsonValueKind.Object)
            throw Bad($"inputs[{index}]: expected an object, found {Kind(tensor)}.");
        string name = Text(tensor, "name") ?? throw Bad($"inputs[{index}].name: expected a string.");
        string datatype = Text(tensor, "datatype") ?? throw Bad($"{name}.datatype: expected one of {string.Join(", ", TensorDatatypes.All)}.");
        if (!TensorDatatypes.All.Contains(datatype))
            throw Bad($"{name}.datatype: expected one of {string.Join(", ", TensorDatatypes.All)}, found \"{datatype}\".");
        var shape = ReadShape(tensor, name);
        long count = Count(name, shape);
        if (BinarySize(tensor) is { } bytes)
            return binary.Take(name, datatype, shape, count, bytes);
        return tensor.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Array
            ? Fill(name, datatype, shape, count, data)
            : throw Bad($"{name}.data: expected an array.");
    }

    private static long? BinarySize(JsonElement tensor) =>
        tensor.TryGetProperty("parameters", out var parameters) && parameters.ValueKind == JsonValueKind.Object
            && parameters.TryGetProperty("binary_data_size", out var size) && size.ValueKind == JsonValueKind.Number && size.TryGetInt64(out long bytes)
            ? bytes
            : null;

    private static long[] ReadShape(JsonElement tensor, string name)
    {
        if (!tensor.TryGetProperty("shape", out var shape) || shape.ValueKind != JsonValueKind.Array)
            throw Bad($"{name}.shape: expected an array of whole numbers.");
        long[] sizes = [.. shape.EnumerateArray().Select(size => size.ValueKind == JsonValueKind.Number && size.TryGetInt64(out long whole) && whole is >= 0 and <= int.MaxValue
            ? whole
            : throw Bad($"{name}.shape: expected whole numbers from 0, found {size}."))];
        return sizes.Length > 0 ? sizes : throw Bad($"{name}.shape: expected at least the number of rows.");
    }

    private static long Count(string name, long[] shape)
    {
        long count = 1;
        foreach (long size in shape)
            count = size == 0 ? 0 : count > int.MaxValue / size ? throw Bad($"{name}.shape: [{string.Join(", ", shape)}] is too large.") : count * size;
        return count;
    }

    private static Tensor Fill(string name, string datatype, long[] shape, long count, JsonElement data)
    {
        var values = new List<JsonElement>();
        Flatten(data, values);
        if (values.Count != count)
            throw Bad($"{name}.data: the shape [{string.Join(", ", shape)}] holds {count:N0} values, found {values.Count:N0}.");
        return datatype == TensorDatatypes.Bytes
            ? new Tensor(name, shape, null, [.. values.Select((value, i) => Word(name, value, i))])
            : new Tensor(name, shape, [.. values.Select((value, i) => Number(name, datatype, value, i))], null);
    }

    private static void Flatten(JsonElement data, List<JsonElement> values)
    {
        foreach (var item in data.EnumerateArray())
        {
            if (item.ValueKind == JsonValueKind.Array)
                Flatten(item, values);
            else
                values.Add(item);
        }
    }

    private static string? Word(string name, JsonElement value, int place) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Null => null,
        _ => throw Bad($"{name}.data[{place}]: expected a string, found {Kind(value)}."),
    };

    private static float Number(string name, string datatype, JsonElement value, int place) => value.ValueKind switch
    {
        JsonValueKind.True when datatype == TensorDatatypes.Bool => 1,
        JsonValueKind.False when datatype == TensorDatatypes.Bool => 0,
        JsonValueKind.Number when TensorDatatypes.IsNumber(datatype) => Narrow(value.GetDouble()),
        JsonValueKind.Null => float.NaN,
        _ => throw Bad($"{name}.data[{place}]: expected {(datatype == TensorDatatypes.Bool ? "true or false" : "a number")}, found {Kind(value)}."),
    };

    // A number beyond what single precision holds is missing, as it is in training.
    private static float Narrow(double number) => float.IsFinite((float)number) ? (float)number : float.NaN;

    private static List<string>? ReadOutputs(JsonElement root)
    {
        if (!root.TryGetProperty("outputs", out var outputs) || outputs.ValueKind == JsonValueKind.Null)
            return null;
        if (outputs.ValueKind != JsonValueKind.Array)
            throw Bad($"outputs: expected an array, found {Kind(outputs)}.");
        var names = outputs.EnumerateArray().Select(o => (o.ValueKind == JsonValueKind.Object ? Text(o, "name") : null) ?? throw Bad("outputs: expected objects with a \"name\".")).ToList();
        return names.Count > 0 ? names : null;
    }

    private static string? Text(JsonElement element, string property) =>
        element.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string Kind(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => "true or false",
        JsonValueKind.Null => "null",
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a string",
        _ => "a number",
    };
}
