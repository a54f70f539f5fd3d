using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Coppice.Forests.Writing;

/// <summary>Writes the wire format of Protocol Buffers.</summary>
internal sealed class ProtobufWriter
{
    private const int Varint = 0, LengthDelimited = 2;

    private readonly ArrayBufferWriter<byte> _output = new(1 << 12);

    public byte[] ToArray() => _output.WrittenSpan.ToArray();

    public void Integer(int field, long value)
    {
        WriteVarint(((ulong)field << 3) | Varint);
        WriteVarint((ulong)value);
    }

    public void Bytes(int field, ReadOnlySpan<byte> bytes)
    {
        WriteVarint(((ulong)field << 3) | LengthDelimited);
        WriteVarint((ulong)bytes.Length);
        _output.Write(bytes);
    }

    public void Text(int field, string text) => Bytes(field, Encoding.UTF8.GetBytes(text));

    public void Message(int field, Action<ProtobufWriter> write)
    {
        var message = new ProtobufWriter();
        write(message);
        Bytes(field, message._output.WrittenSpan);
    }

    public void Integers(int field, IEnumerable<long> values)
    {
        var packed = new ProtobufWriter();
        foreach (long value in values)
            packed.WriteVarint((ulong)value);
        Bytes(field, packed._output.WrittenSpan);
    }

    public void Reals(int field, IEnumerable<float> values)
    {
        var packed = new ArrayBufferWriter<byte>();
        foreach (float value in values)
        {
            BinaryPrimitives.WriteSingleLittleEndian(packed.GetSpan(sizeof(float)), value);
            packed.Advance(sizeof(float));
        }

        Bytes(field, packed.WrittenSpan);
    }

    private void WriteVarint(ulong value)
    {
        Span<byte> space = _output.GetSpan(10);
        int length = 0;
        for (; value >= 0x80; value >>= 7)
            space[length++] = (byte)(value | 0x80);
        space[length++] = (byte)value;
        _output.Advance(length);
    }
}
