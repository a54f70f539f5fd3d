using System.Buffers.Binary;
using System.Text;

namespace Coppice.Forests.Reading;

/// <summary>Reads the wire format of Protocol Buffers, field by field, in one message. What is read is never more than the bytes are.</summary>
internal ref struct ProtobufReader(ReadOnlySpan<byte> message, string place)
{
    private const int Varint = 0, Fixed64 = 1, LengthDelimited = 2, Fixed32 = 5;

    private readonly ReadOnlySpan<byte> _message = message;
    private int _position = 0;
    private int _wire = -1;

    public readonly string Place => place;

    /// <summary>The number of the field that was found last.</summary>
    public int Field { get; private set; }

    /// <summary>Finds the next field; its value has to be read, or skipped.</summary>
    public bool Next()
    {
        if (_position == _message.Length)
            return false;
        ulong tag = ReadVarint();
        (Field, _wire) = ((int)Math.Min(tag >> 3, int.MaxValue), (int)(tag & 7));
        return Field > 0 ? true : throw Invalid("a field number above 0");
    }

    public void Skip()
    {
        switch (_wire)
        {
            case Varint:
                ReadVarint();
                break;
            case Fixed64:
                Take(8);
                break;
            case LengthDelimited:
                Bytes();
                break;
            case Fixed32:
                Take(4);
                break;
            default:
                throw Invalid("a wire type of 0, 1, 2 or 5");
        }
    }

    public long Integer() => _wire == Varint ? (long)ReadVarint() : throw Invalid("an integer");

    public ReadOnlySpan<byte> Bytes()
    {
        if (_wire != LengthDelimited)
            throw Invalid("bytes");
        ulong length = ReadVarint();
        return length <= (ulong)(_message.Length - _position) ? Take((int)length) : throw Invalid("a length that fits the bytes");
    }

    public string Text() => Encoding.UTF8.GetString(Bytes());

    public ProtobufReader Message(string name) => new(Bytes(), place.Length == 0 ? name : $"{place}.{name}");

    /// <summary>One number, or many packed together.</summary>
    public void AddReals(List<float> reals)
    {
        ReadOnlySpan<byte> bytes = _wire == Fixed32 ? Take(4) : Bytes();
        if (bytes.Length % 4 != 0)
            throw Invalid("numbers of four bytes");
        for (; bytes.Length > 0; bytes = bytes[4..])
            reals.Add(BinaryPrimitives.ReadSingleLittleEndian(bytes));
    }

    /// <summary>One integer, or many packed together.</summary>
    public void AddIntegers(List<long> integers)
    {
        if (_wire == Varint)
        {
            integers.Add((long)ReadVarint());
            return;
        }

        var packed = new ProtobufReader(Bytes(), place);
        while (packed._position < packed._message.Length)
            integers.Add((long)packed.ReadVarint());
    }

    private ulong ReadVarint()
    {
        ulong value = 0;
        for (int shift = 0; shift < 64; shift += 7)
        {
            byte part = Take(1)[0];
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
                return value;
        }

        throw Invalid("an integer of at most ten bytes");
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > _message.Length - _position)
            throw Invalid($"{count} more bytes");
        ReadOnlySpan<byte> taken = _message.Slice(_position, count);
        _position += count;
        return taken;
    }

    private readonly InvalidForestException Invalid(string expected) =>
        new(place.Length == 0 ? "model" : place, $"expected {expected} at byte {_position} of {_message.Length}");
}
