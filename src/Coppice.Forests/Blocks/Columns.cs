using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Coppice.Forests.Blocks;

/// <summary>Turns rows into columns of <see cref="Block.Rows"/> values, four rows and four features at a time.</summary>
internal static unsafe class Columns
{
    /// <summary>Rows that are too few for the last four are stood in for by the last one.</summary>
    /// <param name="map">Which features, and where to.</param>
    /// <param name="rows">Row-major values.</param>
    /// <param name="width">Values of a row.</param>
    /// <param name="count">Rows, at most <see cref="Block.Rows"/>.</param>
    /// <param name="columns">Room for every column of the map.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Fill(ColumnMap map, float* rows, int width, int count, float* columns)
    {
        if (!map.RowsHaveGroups || !(Sse2.IsSupported || AdvSimd.Arm64.IsSupported))
        {
            FillOneByOne(map, rows, width, count, columns);
            return;
        }

        for (int row = 0; row < count; row += 4)
        {
            float* a = rows + ((nint)row * width);
            float* b = rows + ((nint)Math.Min(row + 1, count - 1) * width);
            float* c = rows + ((nint)Math.Min(row + 2, count - 1) * width);
            float* d = rows + ((nint)Math.Min(row + 3, count - 1) * width);
            float* column = columns + row;
            foreach (int first in map.Firsts)
            {
                Vector128<float> ofA = Vector128.Load(a + first), ofB = Vector128.Load(b + first);
                Vector128<float> ofC = Vector128.Load(c + first), ofD = Vector128.Load(d + first);
                Vector128<double> low = Low(ofA, ofB), high = High(ofA, ofB), otherLow = Low(ofC, ofD), otherHigh = High(ofC, ofD);
                Low(low, otherLow).AsSingle().Store(column);
                High(low, otherLow).AsSingle().Store(column + Block.Rows);
                Low(high, otherHigh).AsSingle().Store(column + (2 * Block.Rows));
                High(high, otherHigh).AsSingle().Store(column + (3 * Block.Rows));
                column += ColumnMap.Together * Block.Rows;
            }
        }
    }

    private static void FillOneByOne(ColumnMap map, float* rows, int width, int count, float* columns)
    {
        int together = Math.Min(ColumnMap.Together, width);
        for (int group = 0; group < map.Firsts.Length; group++)
        {
            for (int member = 0; member < together; member++)
            {
                float* column = columns + (((group * ColumnMap.Together) + member) * Block.Rows);
                for (int row = 0; row < count; row++)
                    column[row] = rows[((nint)row * width) + map.Firsts[group] + member];
            }
        }
    }

    private static Vector128<double> Low(Vector128<float> left, Vector128<float> right) =>
        (Sse2.IsSupported ? Sse.UnpackLow(left, right) : AdvSimd.Arm64.ZipLow(left, right)).AsDouble();

    private static Vector128<double> High(Vector128<float> left, Vector128<float> right) =>
        (Sse2.IsSupported ? Sse.UnpackHigh(left, right) : AdvSimd.Arm64.ZipHigh(left, right)).AsDouble();

    private static Vector128<double> Low(Vector128<double> left, Vector128<double> right) =>
        Sse2.IsSupported ? Sse2.UnpackLow(left, right) : AdvSimd.Arm64.ZipLow(left, right);

    private static Vector128<double> High(Vector128<double> left, Vector128<double> right) =>
        Sse2.IsSupported ? Sse2.UnpackHigh(left, right) : AdvSimd.Arm64.ZipHigh(left, right);
}
