namespace Coppice.Forests.Blocks;

/// <summary>The two steps of scoring a block that depend on the instruction set. Every path gives the same bits.</summary>
internal abstract unsafe class BlockKernel
{
    /// <summary>Asks every condition of every row.</summary>
    /// <param name="table">The conditions.</param>
    /// <param name="columns">A column of <see cref="Block.Rows"/> values for each feature that is used.</param>
    /// <param name="rows">How many of the rows count; of the others the answers mean nothing.</param>
    /// <param name="answers">A word for each condition, a bit for each row.</param>
    public abstract void Ask(ConditionTable table, float* columns, int rows, ulong* answers);

    /// <summary>Adds one leaf of every tree to each of <see cref="Block.Rows"/> margins, in tree order.</summary>
    public abstract void Add(BlockTrees trees, ulong* answers, float* margins);

    /// <summary>The kernel of a name of <see cref="KernelNames"/>; null for the walk, which has no blocks.</summary>
    public static BlockKernel? Named(string name) => name switch
    {
        KernelNames.Avx512 => new Avx512Kernel(),
        KernelNames.Avx2 => new Avx2Kernel(),
        KernelNames.Portable => new PortableKernel(),
        _ => null,
    };
}
