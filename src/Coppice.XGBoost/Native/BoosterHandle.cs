using System.Runtime.InteropServices;

namespace Coppice.XGBoost.Native;

internal sealed class BoosterHandle : SafeHandle
{
    public BoosterHandle()
        : base(invalidHandleValue: 0, ownsHandle: true)
    {
    }

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle() => NativeMethods.XGBoosterFree(handle) == 0;
}
