using System.Buffers;
using System.Runtime.CompilerServices;
using Coppice.Forests.Blocks;

namespace Coppice.Forests.Contributions;

/// <summary>Explains 64 rows at a time: which features lead a row elsewhere is a number, and a leaf's table says what it adds for that.</summary>
/// <remarks>In bounds for the reasons of <see cref="BlockScorer"/>; the place in a table has as many bits as its leaf has features.</remarks>
internal sealed unsafe class BlockContributions
{
    private readonly int _featureCount;
    private readonly BlockKernel _kernel;
    private readonly Questions _questions;
    private readonly LeafTables _tables;

    public BlockContributions(Forest forest, BlockKernel kernel)
    {
        _featureCount = forest.FeatureCount;
        _kernel = kernel;
        _questions = new Questions(forest, kernel);
        _tables = new LeafTables(forest, _questions.Conditions);
    }

    /// <summary>Trees that are not among the tables.</summary>
    public Tree[] Large => _tables.Large;

    /// <summary>Writes a row of one more number than features for each row; the last one is left alone.</summary>
    public void Explain(ReadOnlySpan<float> rows, int count, Span<float> contributions)
    {
        int sums = _tables.Features.Length * Block.Rows;
        byte[] rented = ArrayPool<byte>.Shared.Rent(Room.Bytes(sums, Questions.PanelValues, _questions.Conditions.Count));
        fixed (byte* start = rented)
        fixed (float* values = rows)
        {
            var room = Room.Of(start, sums, Questions.PanelValues);
            for (int first = 0; first < count; first += Block.Rows)
            {
                int some = Math.Min(Block.Rows, count - first);
                _questions.Ask(values + ((nint)first * _featureCount), some, room.Columns, room.Answers);
                new Span<float>(room.Sums, sums).Clear();
                Add(room, some);
                Write(room.Sums, contributions.Slice(first * (_featureCount + 1), some * (_featureCount + 1)), some);
            }
        }

        ArrayPool<byte>.Shared.Return(rented);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Add(Room room, int count)
    {
        ulong* astray = stackalloc ulong[BlockKernel.Words * BlockKernel.LeavesTogether];
        fixed (TabledLeaf* leaves = _tables.Leaves)
        fixed (LeafTest* tests = _tables.Tests)
        {
            for (int first = 0; first < _tables.Leaves.Length; first += BlockKernel.LeavesTogether)
            {
                int together = Math.Min(BlockKernel.LeavesTogether, _tables.Leaves.Length - first);
                new Span<ulong>(astray, BlockKernel.Words * BlockKernel.LeavesTogether).Clear();
                ulong* words = astray;
                for (TabledLeaf* leaf = leaves + first; leaf < leaves + first + together; leaf++, words += BlockKernel.Words)
                {
                    // The last word is the lowest bit of the place.
                    ulong* lowest = words + BlockKernel.Words - 1;
                    LeafTest* end = tests + leaf->FirstTest + leaf->Tests;
                    for (LeafTest* test = tests + leaf->FirstTest; test < end; test++)
                        *(lowest - test->Feature) |= room.Answers[test->Condition] ^ test->Turned;
                }

                _kernel.AddTables(_tables.Numbers, _tables.Columns, _tables.Leaves.AsSpan(first, together), astray, count, room.Sums);
            }
        }
    }

    private void Write(float* sums, Span<float> contributions, int count)
    {
        ReadOnlySpan<int> features = _tables.Features;
        int length = _featureCount + 1;
        for (int row = 0; row < count; row++)
        {
            Span<float> ofRow = contributions.Slice(row * length, length);
            ofRow.Clear();
            for (int column = 0; column < features.Length; column++)
                ofRow[features[column]] = sums[(column * Block.Rows) + row];
        }
    }
}
