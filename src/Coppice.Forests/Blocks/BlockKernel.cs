namespace Coppice.Forests.Blocks;

/// <summary>The steps of scoring a block that depend on the instruction set. Every kernel gives the same bits.</summary>
internal abstract unsafe class BlockKernel
{
    /// <summary>Words of bits that become one number per row.</summary>
    public const int Words = 8;

    /// <summary>Leaves, or trees, whose words are written before they are read: to read what was written just now has to wait.</summary>
    public const int LeavesTogether = 8;

    /// <summary>Turns rows into columns, for the columns of one panel. Rows that are too few are stood in for by the last one, or by nothing.</summary>
    /// <param name="firsts">The first feature of each group of the panel.</param>
    /// <param name="rows">Row-major values.</param>
    /// <param name="width">Values of a row.</param>
    /// <param name="count">Rows, at most <see cref="Block.Rows"/>.</param>
    /// <param name="columns">Room for four columns of <see cref="Block.Rows"/> values for each group.</param>
    public abstract void Turn(ReadOnlySpan<int> firsts, float* rows, int width, int count, float* columns);

    /// <summary>Asks the conditions of a panel of every row.</summary>
    /// <param name="table">The conditions.</param>
    /// <param name="panel">Which of them.</param>
    /// <param name="columns">The columns of the panel.</param>
    /// <param name="rows">How many of the rows count; of the others the answers mean nothing.</param>
    /// <param name="answers">A word for each condition of the table, a bit for each row.</param>
    public abstract void Ask(ConditionTable table, Panel panel, float* columns, int rows, ulong* answers);

    /// <summary>Adds one leaf of every tree of a run to each of <see cref="Block.Rows"/> margins, in tree order.</summary>
    /// <param name="trees">The trees.</param>
    /// <param name="run">Which of them.</param>
    /// <param name="rows">How many of the rows count; the margins of the others mean nothing.</param>
    /// <param name="answers">What each condition says of each row.</param>
    /// <param name="margins">What has been added up so far.</param>
    public abstract void Add(BlockTrees trees, TreeRun run, int rows, ulong* answers, float* margins);

    /// <summary>Looks up in the tables of some leaves, and adds what stands there to columns of <see cref="Block.Rows"/> sums.</summary>
    /// <param name="numbers">The tables.</param>
    /// <param name="columns">The column of each table.</param>
    /// <param name="leaves">At most <see cref="LeavesTogether"/> leaves.</param>
    /// <param name="places"><see cref="Words"/> words for each leaf, a bit for each row; the last word is the lowest bit of the place to look up.</param>
    /// <param name="rows">How many of the rows count.</param>
    /// <param name="sums">The columns.</param>
    public abstract void AddTables(float[] numbers, int[] columns, ReadOnlySpan<TabledLeaf> leaves, ulong* places, int rows, float* sums);

    /// <summary>The kernel of a name of <see cref="KernelNames"/>; null for the walk, which has no blocks.</summary>
    public static BlockKernel? Named(string name) => name switch
    {
        KernelNames.Avx512 => new Avx512Kernel(),
        KernelNames.Avx2 => new Avx2Kernel(),
        KernelNames.Portable => new PortableKernel(),
        _ => null,
    };
}
