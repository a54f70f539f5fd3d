namespace Coppice.Forests.Blocks;

/// <summary>A buffer divided into sums, columns and answers, in whole cache lines.</summary>
internal readonly unsafe struct Room
{
    private const int Line = 64;

    private Room(float* sums, float* columns, ulong* answers)
    {
        Sums = sums;
        Columns = columns;
        Answers = answers;
    }

    public float* Sums { get; }

    public float* Columns { get; }

    public ulong* Answers { get; }

    /// <summary>Bytes that such a buffer has, wherever it begins.</summary>
    public static int Bytes(int sums, int columns, int answers) => checked(Line + (sizeof(float) * (sums + columns)) + (sizeof(ulong) * answers));

    /// <summary>Divides a buffer of <see cref="Bytes"/>; sums and columns are multiples of sixteen.</summary>
    public static Room Of(byte* buffer, int sums, int columns)
    {
        float* first = (float*)(((nuint)buffer + Line - 1) & ~(nuint)(Line - 1));
        return new Room(first, first + sums, (ulong*)(first + sums + columns));
    }
}
