using System.Buffers.Binary;
using System.Text;
using Coppice.Server.Http;

namespace Coppice.Server.Serving.Inference;

/// <summary>
/// The protocol's binary extension: behind the JSON, whose length a header gives, stand the data of the tensors that say
/// <c>binary_data_size</c>, in their order, little-endian, each word behind its length in four bytes. Triton's clients send it by default.
/// </summary>
internal sealed class BinaryTensors(ReadOnlyMemory<byte> data)
{
    public const string Header = "Inference-Header-Content-Length";

    private int _taken;

    /// <summary>The next tensor's data.</summary>
    /// <exception cref="RequestException">They do not fit its shape, or are not there.</exception>
    public Tensor Take(string name, string datatype, long[] shape, long count, long bytes)
    {
        if (bytes < 0 || bytes > data.Length - _taken)
            throw InferenceRequestReader.Bad($"{name}.binary_data_size: expected at most the {data.Length - _taken:N0} bytes left behind the JSON, found {bytes:N0}.");
        var part = data.Span.Slice(_taken, (int)bytes);
        _taken += (int)bytes;
        return datatype == TensorDatatypes.Bytes
            ? new Tensor(name, shape, null, Words(name, part, count))
            : new Tensor(name, shape, Numbers(name, datatype, part, count), null);
    }

    private static float[] Numbers(string name, string datatype, ReadOnlySpan<byte> part, long count)
    {
        int size = TensorDatatypes.Size(datatype);
        if (part.Length != count * size)
            throw InferenceRequestReader.Bad($"{name}: {count:N0} values of {datatype} take {count * size:N0} bytes, found {part.Length:N0}.");
        float[] numbers = new float[count];
        for (int i = 0; i < numbers.Length; i++)
        {
            float number = Number(datatype, part.Slice(i * size, size));
            numbers[i] = float.IsFinite(number) ? number : float.NaN;
        }

        return numbers;
    }

    private static float Number(string datatype, ReadOnlySpan<byte> value) => datatype switch
    {
        TensorDatatypes.Bool => value[0] == 0 ? 0 : 1,
        "UINT8" => value[0],
        "INT8" => (sbyte)value[0],
        "UINT16" => BinaryPrimitives.ReadUInt16LittleEndian(value),
        "INT16" => BinaryPrimitives.ReadInt16LittleEndian(value),
        "UINT32" => BinaryPrimitives.ReadUInt32LittleEndian(value),
        "INT32" => BinaryPrimitives.ReadInt32LittleEndian(value),
        "UINT64" => BinaryPrimitives.ReadUInt64LittleEndian(value),
        "INT64" => BinaryPrimitives.ReadInt64LittleEndian(value),
        "FP16" => (float)BinaryPrimitives.ReadHalfLittleEndian(value),
        TensorDatatypes.Double => (float)BinaryPrimitives.ReadDoubleLittleEndian(value),
        _ => BinaryPrimitives.ReadSingleLittleEndian(value),
    };

    private static string[] Words(string name, ReadOnlySpan<byte> part, long count)
    {
        // Each word takes four bytes at least, so what is allocated is bounded by what was sent.
        if (count > part.Length / 4)
            throw InferenceRequestReader.Bad($"{name}: {count:N0} words take at least {count * 4:N0} bytes, found {part.Length:N0}.");
        string[] words = new string[count];
        for (int i = 0; i < words.Length; i++)
        {
            if (part.Length < 4 || BinaryPrimitives.ReadUInt32LittleEndian(part) is var length && length > part.Length - 4)
                throw InferenceRequestReader.Bad($"{name}: word {i} is longer than the bytes that are left.");
            words[i] = Encoding.UTF8.GetString(part.Slice(4, (int)length));
            part = part[(4 + (int)length)..];
        }

        return part.IsEmpty ? words : throw InferenceRequestReader.Bad($"{name}: {part.Length:N0} bytes are left behind its last word.");
    }
}
