using System.Buffers.Binary;
using System.Text;

namespace Coppice.Forests.Reading;

/// <summary>
/// Universal Binary JSON (draft 12) to <see cref="DocumentValue"/>: big-endian numbers, containers closed by a bracket or counted by
/// <c>#</c>, typed by <c>$</c>. Nothing is allocated before the bytes that fill it are known to be there.
/// </summary>
internal ref struct UbjsonParser(ReadOnlySpan<byte> document)
{
    private readonly ReadOnlySpan<byte> _document = document;
    private readonly DocumentBudget _budget = new();
    private int _position;

    public DocumentValue ParseDocument()
    {
        DocumentValue value = ParseValue(NextMarker(), depth: 0);
        if (_position != _document.Length)
            throw Expected("the end of the bytes", _position);
        return value;
    }

    private DocumentValue ParseValue(byte marker, int depth)
    {
        if (depth > DocumentFormat.MaximumDepth)
            throw Expected($"at most {DocumentFormat.MaximumDepth} nested values", _position);
        if (IsNumber(marker))
            return new DocumentValue.Number(ParseNumber(marker));

        _budget.Spend(_position);
        return marker switch
        {
            (byte)'{' => ParseMembers(depth),
            (byte)'[' => ParseArray(depth),
            (byte)'S' or (byte)'H' => new DocumentValue.Text(ParseText(NextMarker())),
            (byte)'C' => new DocumentValue.Text(Encoding.Latin1.GetString(Take(1))),
            (byte)'Z' => new DocumentValue.Nothing(),
            _ => throw Expected("the type of a value", _position - 1),
        };
    }

    private DocumentValue.Members ParseMembers(int depth)
    {
        var members = new Dictionary<string, DocumentValue>(StringComparer.Ordinal);
        (byte? type, int? count) = ParseContainerHead();
        for (int i = 0; count is null || i < count; i++)
        {
            byte marker = NextMarker();
            if (count is null && marker == '}')
                break;
            int position = _position;
            string name = ParseText(marker);
            if (!members.TryAdd(name, ParseValue(type ?? NextMarker(), depth + 1)))
                throw new InvalidForestException($"byte {position}", $"expected each name once, found '{name}' twice");
        }

        return new DocumentValue.Members(members);
    }

    private DocumentValue ParseArray(int depth)
    {
        (byte? type, int? count) = ParseContainerHead();
        if (type is { } numberType && count is { } numberCount && IsNumber(numberType))
            return ParseTypedNumbers(numberType, numberCount);

        var items = new List<DocumentValue>();
        var numbers = new List<double>();
        for (int i = 0; count is null || i < count; i++)
        {
            byte marker = type ?? NextMarker();
            if (count is null && marker == ']')
                break;
            if (IsNumber(marker))
                numbers.Add(ParseNumber(marker));
            else
                items.Add(ParseValue(marker, depth + 1));

            if (items.Count > 0 && numbers.Count > 0)
                throw Expected("only numbers in an array of numbers", _position);
        }

        return numbers.Count > 0 ? new DocumentValue.Numbers([.. numbers]) : new DocumentValue.Items(items);
    }

    private DocumentValue.Numbers ParseTypedNumbers(byte type, int count)
    {
        if (SizeOf(type) * (long)count > _document.Length - _position)
            throw Expected($"{count:N0} numbers of type '{(char)type}'", _position);

        var numbers = new double[count];
        for (int i = 0; i < count; i++)
            numbers[i] = ParseNumber(type);
        return new DocumentValue.Numbers(numbers);
    }

    private (byte? Type, int? Count) ParseContainerHead()
    {
        byte? type = null;
        if (Peek() == '$')
        {
            _position++;
            type = Take(1)[0];
            // A type without a payload would let a count allocate what no byte stands for.
            if (type is (byte)'T' or (byte)'F' or (byte)'Z' or (byte)'N')
                throw Expected("a type of at least a byte", _position - 1);
            if (Peek() != '#')
                throw Expected("a count after a type", _position);
        }

        if (Peek() != '#')
            return (type, null);

        _position++;
        return (type, ParseLength(NextMarker()));
    }

    private string ParseText(byte marker) => Encoding.UTF8.GetString(Take(ParseLength(marker)));

    private int ParseLength(byte marker)
    {
        int position = _position;
        double length = marker is (byte)'i' or (byte)'U' or (byte)'I' or (byte)'l' or (byte)'L' ? ParseNumber(marker) : -1;
        // Whatever is counted takes at least a byte each.
        if (length < 0 || length > _document.Length - _position)
            throw Expected("a length that fits the bytes", position);
        return (int)length;
    }

    private double ParseNumber(byte marker) => marker switch
    {
        (byte)'i' => (sbyte)Take(1)[0],
        (byte)'U' => Take(1)[0],
        (byte)'I' => BinaryPrimitives.ReadInt16BigEndian(Take(2)),
        (byte)'l' => BinaryPrimitives.ReadInt32BigEndian(Take(4)),
        (byte)'L' => BinaryPrimitives.ReadInt64BigEndian(Take(8)),
        (byte)'d' => BinaryPrimitives.ReadSingleBigEndian(Take(4)),
        (byte)'D' => (float)BinaryPrimitives.ReadDoubleBigEndian(Take(8)),
        (byte)'T' => 1,
        _ => 0,
    };

    private static bool IsNumber(byte marker) =>
        marker is (byte)'i' or (byte)'U' or (byte)'I' or (byte)'l' or (byte)'L' or (byte)'d' or (byte)'D' or (byte)'T' or (byte)'F';

    private static int SizeOf(byte type) => type switch
    {
        (byte)'I' => 2,
        (byte)'l' or (byte)'d' => 4,
        (byte)'L' or (byte)'D' => 8,
        _ => 1,
    };

    private byte NextMarker()
    {
        byte marker;
        do
        {
            marker = Take(1)[0];
        }
        while (marker == 'N');
        return marker;
    }

    private readonly int Peek() => _position < _document.Length ? _document[_position] : -1;

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > _document.Length - _position)
            throw Expected($"{count:N0} more bytes", _position);
        ReadOnlySpan<byte> taken = _document.Slice(_position, count);
        _position += count;
        return taken;
    }

    private readonly InvalidForestException Expected(string expected, int position)
    {
        string found = position < _document.Length ? $"0x{_document[position]:X2}" : "the end of the bytes";
        return new InvalidForestException($"byte {position}", $"expected {expected}, found {found}");
    }
}
