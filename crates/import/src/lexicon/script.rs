//! Traditional characters that catalogues are found with, and their simplified forms. Only characters with one
//! simplified form are here, so that turning them never needs a guess.

use std::sync::LazyLock;

/// Traditional and simplified, in pairs.
const PAIRS: &str = "\
開开關关門门間间問问聞闻閱阅關关務务員员國国園园圍围圖图團团學学覺觉舉举與与興兴業业東东車车軍军輛辆載载輕轻較较輔辅\
輸输轉转軌轨邊边遠远運运過过達达違违遲迟適适選选遺遗還还進进連连遞递鄉乡鄰邻鄭郑醫医釋释針针鈔钞銀银銷销錄录錢钱錯错鍵键鎮镇鏈链鐵铁\
長长張张強强彈弹歸归徵征從从復复徑径後后應应態态慮虑憂忧憑凭懲惩戶户護护報报擔担據据擴扩擬拟擇择損损換换揮挥撥拨撤撤攝摄擺摆搶抢\
數数敵敌敗败斷断時时晝昼暫暂曆历書书會会條条來来極极構构標标樣样機机檔档檢检權权橋桥樓楼樹树欄栏歡欢歲岁歷历殘残殺杀殼壳毀毁\
氣气決决沒没況况洩泄淨净減减測测準准滅灭滿满漁渔漸渐潔洁濟济濃浓災灾為为無无熱热燈灯營营爭争爾尔牆墙狀状獎奖獨独獲获現现環环產产\
畝亩畫画異异當当療疗發发監监盤盘盡尽確确礎础礦矿禮礼禍祸種种稱称積积穩稳窮穷竊窃競竞節节範范築筑簡简簽签籌筹糧粮糾纠紀纪約约紅红\
納纳紛纷紙纸級级紹绍細细終终組组結结絕绝給给統统經经綜综綠绿維维網网緊紧線线緝缉編编緣缘縣县縮缩總总績绩織织繳缴繼继續续罰罚罷罢\
義义習习聖圣聯联聰聪職职聽听肅肃腦脑臨临舊旧藝艺藥药處处虛虚號号術术衛卫衝冲補补裝装製制複复規规視视親亲觀观觸触計计訂订討讨訊讯記记\
訓训設设許许訴诉診诊評评詞词試试詢询該该詳详認认語语誤误說说課课調调談谈請请論论諮谘講讲謝谢證证識识議议譯译讀读變变讓让豐丰\
財财貢贡責责貨货質质購购貧贫貫贯貴贵買买費费貸贷貿贸賃赁資资賠赔賞赏賣卖賬账賽赛贈赠贊赞趕赶跡迹踐践農农逕径郵邮釐厘鑒鉴鑑鉴\
閉闭閒闲陣阵階阶際际陳陈陸陆陽阳隊队險险隨随隱隐難难雙双離离電电靈灵靜静響响項项順顺須须預预領领頭头頻频題题額额顏颜願愿類类顧顾顯显\
風风飛飞飯饭養养餘余館馆駐驻駛驶騙骗驗验驅驱體体髮发鬥斗魚鱼鮮鲜鳥鸟鹽盐麥麦點点黨党齊齐齡龄龍龙\
萬万兩两個个倉仓們们備备傳传債债傷伤傾倾僅仅價价億亿優优償偿儲储兒儿內内冊册凍冻剛刚創创劃划劇剧劑剂劉刘則则動动勞劳勝胜勢势勵励區区\
協协單单衛卫卻却廠厂廢废廣广廳厅參参叢丛吳吴呈呈員员啟启嚴严團团執执堅坚場场塊块墊垫壓压壞坏壯壮壽寿夠够夢梦奪夺奮奋婦妇孫孙寧宁審审寫写寬宽\
實实寶宝專专將将尋寻對对導导層层屆届屬属島岛嶺岭州州帳帐帶带幣币幫帮幹干庫库廉廉彙汇徹彻憲宪懷怀戰战戲戏掃扫採采揀拣搖摇擊击攔拦\
敘叙樂乐樸朴橫横檯台櫃柜歐欧殯殡滯滞滲渗潛潜澤泽濫滥灣湾煉炼煙烟犧牺獻献瑪玛璽玺癥症睏困瞭了礙碍禦御禪禅稅税穀谷竄窜箋笺籤签\
紮扎絲丝絡络綁绑綱纲練练緒绪縱纵繁繁繪绘纖纤罵骂羅罗聞闻膚肤膠胶舖铺艦舰莊庄華华葉叶著著蘇苏蘭兰虧亏蟲虫衆众眾众裏里裡里襲袭訪访訟讼\
詐诈誠诚誘诱誰谁諾诺謀谋譽誉豬猪貪贪貼贴賦赋賴赖軟软軸轴輪轮輯辑轄辖辦办辭辞遜逊遷迁邏逻鄧邓釀酿鋪铺鋼钢錦锦鑽钻闆板閣阁闊阔闢辟隔隔霧雾\
頂顶頒颁頓顿顆颗飲饮飼饲飾饰餐餐駕驾騰腾鬆松鮑鲍鴻鸿麗丽黃黄齒齿啓启綫线羣群衹只佈布倂并併并佔占僱雇兇凶冑胄劵券勳勋週周嚮向夥伙姦奸媽妈岡冈崗岗註注";

/// The first character of the block in which all of them stand.
const FIRST: u32 = 0x4e00;

/// The simplified form of each character of the block; 0 where it has none. Every character of a document is looked
/// up, so that this is a table and no map.
static SIMPLIFIED: LazyLock<Vec<u16>> = LazyLock::new(|| {
    let mut table = vec![0; 0x5200];
    let mut characters = PAIRS.chars();
    while let (Some(from), Some(to)) = (characters.next(), characters.next()) {
        let slot = u32::from(from).checked_sub(FIRST).and_then(|at| table.get_mut(at as usize));
        if let (Some(slot), Ok(to), true) = (slot, u16::try_from(u32::from(to)), from != to) {
            *slot = to;
        }
    }
    table
});

/// The simplified form of a traditional character; `None` where it is not one of those known here.
pub(crate) fn simplified(c: char) -> Option<char> {
    let at = u32::from(c).checked_sub(FIRST)?;
    let to = *SIMPLIFIED.get(at as usize)?;
    (to != 0).then(|| char::from_u32(u32::from(to))).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_simplified_form_is_itself_turned_again() {
        assert_eq!(PAIRS.chars().count() % 2, 0);
        for from in PAIRS.chars() {
            if let Some(to) = simplified(from) {
                assert_eq!(simplified(to), None, "{from}{to}");
            }
        }
        assert_eq!(simplified('開'), Some('开'));
        assert_eq!(simplified('开'), None);
    }
}
