using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Coppice.Forests.Writing;

/// <summary>Universal Binary JSON as XGBoost writes it: every length of eight bytes, arrays counted, numbers typed.</summary>
internal sealed class UbjsonWriter
{
    private readonly ArrayBufferWriter<byte> _output = new(1 << 16);

    public byte[] ToArray() => _output.WrittenSpan.ToArray();

    public void BeginObject() => _output.Write("{"u8);

    public void EndObject() => _output.Write("}"u8);

    public void Name(string name) => LengthAndText(name);

    /// <summary>An array of values that follow, each with a type of its own; nothing ends it.</summary>
    public void BeginArray(int count)
    {
        _output.Write("[#"u8);
        Length(count);
    }

    public void Text(string name, string text)
    {
        Name(name);
        _output.Write("S"u8);
        LengthAndText(text);
    }

    public void Number(int value)
    {
        _output.Write("l"u8);
        BinaryPrimitives.WriteInt32BigEndian(_output.GetSpan(sizeof(int)), value);
        _output.Advance(sizeof(int));
    }

    public void Bytes(string name, ReadOnlySpan<byte> values)
    {
        BeginNumbers(name, "U"u8, values.Length);
        _output.Write(values);
    }

    public void Integers(string name, ReadOnlySpan<int> values)
    {
        BeginNumbers(name, "l"u8, values.Length);
        Span<byte> space = _output.GetSpan(values.Length * sizeof(int));
        for (int i = 0; i < values.Length; i++)
            BinaryPrimitives.WriteInt32BigEndian(space[(i * sizeof(int))..], values[i]);
        _output.Advance(values.Length * sizeof(int));
    }

    public void Reals(string name, ReadOnlySpan<float> values)
    {
        BeginNumbers(name, "d"u8, values.Length);
        Span<byte> space = _output.GetSpan(values.Length * sizeof(float));
        for (int i = 0; i < values.Length; i++)
            BinaryPrimitives.WriteSingleBigEndian(space[(i * sizeof(float))..], values[i]);
        _output.Advance(values.Length * sizeof(float));
    }

    /// <summary>Long integers, of which XGBoost's models hold none but empty lists here.</summary>
    public void NoLongs(string name) => BeginNumbers(name, "L"u8, 0);

    private void BeginNumbers(string name, ReadOnlySpan<byte> type, int count)
    {
        Name(name);
        _output.Write("[$"u8);
        _output.Write(type);
        _output.Write("#"u8);
        Length(count);
    }

    private void LengthAndText(string text)
    {
        Length(Encoding.UTF8.GetByteCount(text));
        Encoding.UTF8.GetBytes(text, _output);
    }

    private void Length(long length)
    {
        _output.Write("L"u8);
        BinaryPrimitives.WriteInt64BigEndian(_output.GetSpan(sizeof(long)), length);
        _output.Advance(sizeof(long));
    }
}
